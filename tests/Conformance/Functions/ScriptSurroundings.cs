namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;

/// <summary>What the commands of a <see cref="CommandScript"/> act on: that of a function with one input or with two.</summary>
/// <param name="Key">The current key.</param>
/// <param name="Timestamp">That of the record or timer.</param>
/// <param name="Timers">The timers.</param>
/// <param name="Output">The main output.</param>
/// <param name="Side">A side output, by its tag.</param>
internal sealed record ScriptSurroundings(
    string Key, long? Timestamp, ITimerService Timers, ICollector<Row> Output, Action<OutputTag<Row>, Row> Side);
