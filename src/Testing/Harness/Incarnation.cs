namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>The operators of a pipeline from one start or restore to the next.</summary>
internal sealed class Incarnation
{
    private const int SliceBytes = 64;   // small, so that snapshots are written in many slices

    private readonly ProcessingClock _clock;
    private readonly JobBuilder _builder;
    private readonly List<Operator> _sources = [];

    /// <summary>Makes the operators, restores and opens them.</summary>
    /// <param name="program">The program, built.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="clock">The clock, shared with the predecessor.</param>
    /// <param name="restore">What the operators go on from; null to start afresh.</param>
    /// <param name="predecessor">Whose current watermarks and statuses they take over; null for none.</param>
    public Incarnation(TestProgram program, HarnessOptions options, ProcessingClock clock, JobSnapshot? restore, Incarnation? predecessor)
    {
        Options = options;
        _clock = clock;
        _clock.ClearWakeUp();
        var driverOptions = new SynchronousDriverOptions
        {
            ForceSerialization = options.ForceSerialization,
            AutoWatermarkIntervalMs = options.AutoWatermarkIntervalMs,
            StateWrapper = options.CopyState ? context => new CopyingRuntimeContext(context) : null,
        };
        _builder = new JobBuilder(driverOptions, _clock);
        program.Environment.CreateJobGraph("test");
        foreach (var source in program.Sources)
        {
            _sources.Add(_builder.OperatorOf(source, 0));
            ((ITestSource)_sources[^1]).IsAnyWaiting = () => IsWaiting;
        }

        if (restore is not null)
            SnapshotTransfer.Restore(restore, _builder.Operators, []);
        foreach (var (_, made) in _builder.Operators)
            made.Open();
        if (predecessor is not null)
            _builder.TakeOver(predecessor._builder);
    }

    /// <summary>How it is run.</summary>
    public HarnessOptions Options { get; }

    /// <summary>All operators.</summary>
    public IEnumerable<Operator> Operators => _builder.Operators.Select(each => each.Operator);

    /// <summary>Whether what was put in last waits.</summary>
    public bool IsHeld => _sources.Exists(source => ((ITestSource)source).IsHeld);

    private bool IsWaiting => _builder.Operators.Exists(each => each.Operator.IsWaiting);

    /// <summary>Goes on with what has come back from outside, and with what waited for that.</summary>
    public void Settle()
    {
        foreach (var source in _sources)
            ((ITestSource)source).Continue();
    }

    /// <summary>The head of an input.</summary>
    /// <param name="input">Its number, from 0.</param>
    public Operator SourceOf(int input) =>
        (uint)input < (uint)_sources.Count ? _sources[input] : throw TestingErrors.NoSuchInput(input, _sources.Count);

    /// <summary>Sets the clock and fires what is due.</summary>
    /// <param name="nowMs">Milliseconds since the epoch.</param>
    public void SetProcessingTime(long nowMs)
    {
        _clock.Set(nowMs);
        _clock.ClearWakeUp();
        for (var i = _builder.Operators.Count - 1; i >= 0; i--)   // upstream first
        {
            var made = _builder.Operators[i].Operator;
            made.Finish(made.OnProcessingTime() && made.Resume(), () => IsWaiting);
        }

        if (IsHeld)
            Settle();
    }

    /// <summary>Whether there are generators of watermarks among the operators.</summary>
    public bool GeneratesWatermarks => Operators.Any(made => made.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(TimestampsAndWatermarksOperator<>));

    /// <summary>Takes a snapshot.</summary>
    /// <param name="checkpointId">Its number.</param>
    /// <param name="previous">The snapshot before, to write changes only; null to write everything.</param>
    public JobSnapshot TakeSnapshot(long checkpointId, JobSnapshot? previous)
    {
        var taking = BeginSnapshot(checkpointId, previous);
        Finish(taking);
        return taking.Snapshot;
    }

    /// <summary>Begins a snapshot.</summary>
    /// <param name="checkpointId">Its number.</param>
    /// <param name="previous">The snapshot before, to write changes only; null to write everything.</param>
    public SnapshotTaking BeginSnapshot(long checkpointId, JobSnapshot? previous) =>
        new(checkpointId, _builder.Operators, [], previous);

    /// <summary>Writes a slice of a snapshot.</summary>
    /// <param name="taking">The snapshot.</param>
    public void WriteSlice(SnapshotTaking taking) => taking.WriteSlice(SliceBytes);

    /// <summary>Writes what is left of a snapshot.</summary>
    /// <param name="taking">The snapshot.</param>
    public void Finish(SnapshotTaking taking)
    {
        while (!taking.WriteSlice(SliceBytes))
        {
            // one slice after the other
        }

        foreach (var (_, made) in _builder.Operators)
            made.NotifyCheckpointComplete(taking.Snapshot.CheckpointId);
    }

    /// <summary>Closes the operators.</summary>
    public void Close()
    {
        foreach (var (_, made) in _builder.Operators)
            made.Close();
    }
}
