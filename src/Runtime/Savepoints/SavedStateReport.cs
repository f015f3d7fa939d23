namespace Akka.Flink.Runtime;

/// <summary>What a savepoint holds of a state.</summary>
/// <param name="Name">Its name; for what connectors keep, which of theirs it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The type of keys, as a schema; null for what belongs to no key.</param>
/// <param name="Type">The type of values, as a schema; null for timers, and for what connectors write by themselves.</param>
/// <param name="Entries">How many entries were written.</param>
/// <param name="Bytes">How many bytes they have.</param>
internal sealed record SavedStateReport(string Name, string Kind, string? Key, string? Type, long Entries, long Bytes);
