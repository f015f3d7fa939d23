namespace Akka.Flink.Operators.Tests.Windowing;

/// <summary>What a window of the tests puts out, or a late record.</summary>
public sealed record WindowResult(string Key, long Start, long End, long Sum, long Count);
