namespace Akka.Flink.Runtime;

/// <summary>A task's snapshots: takes them between two batches, writes them in slices, and says when they are durable.</summary>
/// <remarks>
/// <para>Which snapshot is taken when, and whether it still matters, is decided by <see cref="TaskProtocol"/>. Here at most one is being
/// prepared and one being written; those that are written wait until they are durable.</para>
/// <para>When the store fails, the snapshots that wait for it have failed, and the next one is a base in a new segment: the chain has a
/// hole.</para>
/// <para><b>Threads.</b> The task's.</para>
/// </remarks>
internal sealed partial class TaskSnapshots
{
    private readonly TaskChain _chain;
    private readonly AttemptId _attempt;
    private readonly JobSettings _settings;
    private readonly NodeServices _services;
    private readonly Action<object> _tell;
    private readonly Action<object> _say;
    private readonly KeyedChain?[] _keyed;
    private readonly int _parallelism;
    private long _alignedSince;
    private long _alignmentMs;
    private long _dueAt;

    /// <summary>The snapshots of a task.</summary>
    /// <param name="chain">Its operators and channels.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="settings">How the job is run.</param>
    /// <param name="services">The node's store and clock.</param>
    /// <param name="tell">Takes what the store says to <see cref="TakeProgress"/> and what operators say to <see cref="TakeRest"/>, on the
    /// task's thread.</param>
    /// <param name="say">Tells the protocol one of <see cref="TaskInputs"/>.</param>
    public TaskSnapshots(
        TaskChain chain,
        AttemptId attempt,
        JobSettings settings,
        NodeServices services,
        Action<object> tell,
        Action<object> say)
    {
        _chain = chain;
        _attempt = attempt;
        _settings = settings;
        _services = services;
        _tell = tell;
        _say = say;
        _parallelism = chain.Vertex.Parallelism;
        _keyed = Array.ConvertAll(chain.Operators, each =>
            each.Operator.KeyedState is { } state ? new KeyedChain(each.Operator.Context, state) : null);
    }

    /// <summary>Goes on with the chain that an operator's state was restored from.</summary>
    /// <param name="index">The operator's index in the chain.</param>
    /// <param name="handle">What was restored.</param>
    public void GoOnFrom(int index, KeyedStateHandle handle) => _keyed[index]?.GoOnFrom(handle);

    /// <summary>Notes when barriers came, for statistics.</summary>
    /// <param name="before">What the protocol knew before a step.</param>
    /// <param name="after">What it knows after it.</param>
    public void Observe(TaskState before, TaskState after)
    {
        if (after.Aligning?.Number != before.Aligning?.Number && after.Aligning is not null)
            _alignedSince = _services.Clock.GetTimestamp();
        if (after.Due is not { } due || due.Number == before.Due?.Number)
            return;

        _dueAt = _services.Clock.GetTimestamp();
        _alignmentMs = before.Aligning?.Number == due.Number
            ? (long)_services.Clock.GetElapsedTime(_alignedSince, _dueAt).TotalMilliseconds
            : 0;
    }

    /// <summary>Learns that a checkpoint is complete: whoever deletes segments has heard of those that were left before it.</summary>
    /// <param name="number">The checkpoint.</param>
    public void Complete(long number) => _left.RemoveAll(left => left.ToldWith != 0 && left.ToldWith <= number);

    /// <summary>Learns that a checkpoint is given up: nobody waits for its snapshot any more.</summary>
    /// <param name="number">The checkpoint.</param>
    public void Abandon(long number)
    {
        if (_writing is { } writing && writing.Barrier.Number == number)
            writing.IsGivenUp = true;
        foreach (var snapshot in _undurable)
            snapshot.IsGivenUp |= snapshot.Barrier.Number == number;
        ReportDurable();
    }
}
