namespace Akka.Flink.Operators.Tests.Windowing;

/// <summary>A record of the tests.</summary>
public sealed record Item(string Key, long Value);
