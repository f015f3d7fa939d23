namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;

/// <summary>What others may see of a task while it works: its counters, and which operator is at work.</summary>
/// <remarks><para><b>Threads.</b> The task's thread writes, any may read: plain numbers that are not taken at one moment.</para></remarks>
internal sealed class TaskProbe
{
    private readonly (OperatorNode Node, OperatorMetrics Metrics)[] _operators;
    private long _busyTicks;
    private long _backPressuredTicks;
    private long _activeSince;
    private long _heldSince;

    /// <summary>A probe of a task.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="subtask">The subtask.</param>
    /// <param name="master">Who is told what the task counts.</param>
    /// <param name="chain">The task's operators.</param>
    /// <param name="clock">The node's clock.</param>
    public TaskProbe(AttemptId attempt, SubtaskId subtask, IActorRef master, TaskChain chain, TimeProvider clock)
    {
        Attempt = attempt;
        Subtask = subtask;
        Master = master;
        Activity = chain.Activity;
        Clock = clock;
        _operators = Array.ConvertAll(chain.Operators, each => (each.Node, each.Operator.Context.Metrics));
    }

    /// <summary>The attempt.</summary>
    public AttemptId Attempt { get; }

    /// <summary>The subtask.</summary>
    public SubtaskId Subtask { get; }

    /// <summary>Who is told what the task counts.</summary>
    public IActorRef Master { get; }

    /// <summary>Which operator is at work.</summary>
    public TaskActivity Activity { get; }

    private TimeProvider Clock { get; }

    /// <summary>Names the operator that is at work, and for how long it has not come back; null where the task is not at work.</summary>
    /// <returns>Such as <c>operator 'Parse' (parse) has been at work for 00:03:00</c>.</returns>
    public string? DescribeActivity()
    {
        var since = Volatile.Read(ref _activeSince);
        return Activity.Current is { } node && since != 0
            ? $"operator '{node.Name}' ({node.Uid}) has been at work for {Clock.GetElapsedTime(since):hh\\:mm\\:ss}"
            : null;
    }

    /// <summary>What the task has counted.</summary>
    public TaskMetrics Sample() => new(
        Attempt, Subtask, Array.ConvertAll(_operators, Sample), Milliseconds(ref _backPressuredTicks), Milliseconds(ref _busyTicks))
    {
        AtWork = DescribeActivity(),
        AtWorkMs = Since(ref _activeSince),
        HeldMs = Since(ref _heldSince),
    };

    /// <summary>Called when the task begins to work.</summary>
    /// <param name="at">When, by the clock's timestamp.</param>
    public void BeginWork(long at) => Volatile.Write(ref _activeSince, at);

    /// <summary>Called when the task pauses.</summary>
    /// <param name="ticks">How long it worked.</param>
    public void EndWork(long ticks)
    {
        Volatile.Write(ref _activeSince, 0);
        Volatile.Write(ref _busyTicks, _busyTicks + ticks);
    }

    /// <summary>Called when the task pauses: whether it can write.</summary>
    /// <param name="isHeld">Whether it cannot.</param>
    /// <param name="at">When, by the clock's timestamp.</param>
    public void NoteHeld(bool isHeld, long at)
    {
        if (!isHeld)
            Volatile.Write(ref _heldSince, 0);
        else if (_heldSince == 0)
            Volatile.Write(ref _heldSince, at);
    }

    /// <summary>Counts time in which the task could not write.</summary>
    /// <param name="ticks">How long.</param>
    public void AddBackPressure(long ticks) => Volatile.Write(ref _backPressuredTicks, _backPressuredTicks + ticks);

    private static OperatorMetricsSample Sample((OperatorNode Node, OperatorMetrics Metrics) each)
    {
        var metrics = each.Metrics;
        var counters = new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["numLateRecordsDropped"] = metrics.LateRecordsDropped,
        };
        foreach (var (name, counter) in metrics.Counters)
            counters[name] = counter.Count;
        return new OperatorMetricsSample(
            each.Node.Uid, each.Node.Name, metrics.RecordsIn, metrics.RecordsOut, metrics.CurrentWatermarkMs, counters);
    }

    private long Since(ref long timestamp)
    {
        var since = Volatile.Read(ref timestamp);
        return since == 0 ? 0 : (long)Clock.GetElapsedTime(since).TotalMilliseconds;
    }

    private long Milliseconds(ref long ticks) => Volatile.Read(ref ticks) * 1000 / Clock.TimestampFrequency;
}
