namespace Akka.Flink.Formats;

/// <summary>A column of CSV.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOptional">Whether records may do without it.</param>
internal sealed record CsvColumn(string Name, bool IsOptional);
