namespace Akka.Flink.Jobs.Engine;

/// <summary>The state of the job <c>timers</c>.</summary>
internal struct CountAndLast
{
    public long Count;
    public long LastMs;
}
