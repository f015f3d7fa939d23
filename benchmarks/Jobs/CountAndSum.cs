namespace Akka.Flink.Jobs;

/// <summary>The aggregate of most jobs.</summary>
internal struct CountAndSum
{
    public long Count;
    public long Sum;
}
