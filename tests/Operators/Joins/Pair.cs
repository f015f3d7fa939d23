namespace Akka.Flink.Operators.Tests.Joins;

/// <summary>What an interval join of the tests puts out: the numbers of two records.</summary>
public sealed record Pair(string Key, long Left, long Right);
