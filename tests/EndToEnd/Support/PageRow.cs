namespace Akka.Flink.EndToEnd.Tests.Support;

/// <summary>A row of the access log's job.</summary>
internal sealed record PageRow(string PageUrl, long WindowStart, long ViewCount, int UniqueUsers);
