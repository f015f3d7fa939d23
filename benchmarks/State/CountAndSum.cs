namespace Akka.Flink.StateBenchmarks;

/// <summary>The value of the benchmarks: two longs.</summary>
internal struct CountAndSum
{
    public long Count;
    public long Sum;
}
