namespace Akka.Flink.AkkaBenchmarks;

using System.Diagnostics;
using Akka.Actor;
using Akka.Persistence;

/// <summary>Persists one event at a time, a hundred a second, and keeps how long each took: the JobManager beside the tasks.</summary>
internal sealed class ControlWriter : UntypedPersistentActor, IWithTimers
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly List<double> _elapsedMs = [];

    public override string PersistenceId => "control";

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case Tick:
                var started = Stopwatch.GetTimestamp();
                Persist(new Noted(_elapsedMs.Count), _ => _elapsedMs.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds));
                break;
            case Reset:
                _elapsedMs.Clear();
                break;
            case Report:
                _elapsedMs.Sort();
                Sender.Tell(new Latencies(_elapsedMs.Count, _elapsedMs[(int)(_elapsedMs.Count * 0.99)], _elapsedMs[^1]));
                break;
        }
    }

    protected override void OnRecover(object message)
    {
        if (message is RecoveryCompleted)
            Timers.StartPeriodicTimer("tick", Tick.Instance, Pause);
    }

    public sealed record Latencies(int Count, double P99Ms, double MaxMs);

    public sealed class Reset
    {
        public static readonly Reset Instance = new();
    }

    public sealed class Report
    {
        public static readonly Report Instance = new();
    }

    private sealed record Noted(int Number);

    private sealed class Tick
    {
        public static readonly Tick Instance = new();
    }
}
