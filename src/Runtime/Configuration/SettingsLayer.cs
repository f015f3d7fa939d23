namespace Akka.Flink.Runtime;

/// <summary>What one place sets.</summary>
/// <param name="Source">The place, in words.</param>
/// <param name="IsFile">Whether it is a file: what equals the shipped default leaves to the program what it says, so that a copy of
/// <c>hocon.conf</c> changes nothing.</param>
/// <param name="Values">The values by key below <c>akka.flink</c>.</param>
internal sealed record SettingsLayer(string Source, bool IsFile, IReadOnlyDictionary<string, string> Values);
