namespace Akka.Flink.Operators;

using Akka.Flink.Sources;

/// <summary>Runs a job in one thread: asks its sources in turn and calls what is downstream, at any parallelism, with the clock in the
/// caller's hand.</summary>
/// <remarks>
/// <para>Between two calls of <see cref="Step"/> nothing is on its way, so that is where a checkpoint can be taken and where the clock may
/// be moved.</para>
/// <para><b>Threads.</b> One at a time.</para>
/// </remarks>
public sealed class SynchronousDriver
{
    private const int SliceBytes = 1 << 20;

    private readonly SynchronousDriverOptions _options;
    private readonly ProcessingClock _clock = new();
    private readonly JobBuilder _builder;
    private readonly DriverCoordinatorHost _host;
    private readonly AlignmentGroups _alignment;
    private readonly List<ISourceOperator> _sources = [];
    private readonly List<ISinkOperator> _sinks = [];
    private readonly List<SourceCoordinator> _coordinators = [];
    private readonly List<bool> _ended = [];
    private long _lastCheckpointId;
    private bool _isHeldBack;   // a sink takes no more at the moment
    private bool _isClosed;

    /// <summary>Makes the operators of a job, restores and opens them.</summary>
    /// <param name="graph">The job.</param>
    /// <param name="options">How to run it; null for the defaults.</param>
    /// <param name="restore">What it goes on from; null to start afresh.</param>
    /// <exception cref="JobException">An operator cannot be made or opened, or the snapshot has state of an operator that the job does not
    /// have.</exception>
    public SynchronousDriver(JobGraph graph, SynchronousDriverOptions? options = null, JobSnapshot? restore = null)
    {
        ArgumentNullException.ThrowIfNull(graph);

        _options = options ?? new SynchronousDriverOptions();
        _host = new DriverCoordinatorHost(_clock);
        _alignment = new AlignmentGroups(_host);
        _builder = new JobBuilder(_options, _clock) { Doorbell = new TaskDoorbell(() => _host.Post(static () => { })) };
        ReadClock();
        Build(graph);
        _sinks.AddRange(_builder.Operators.Select(each => each.Operator).OfType<ISinkOperator>());
        if (restore is not null)
            SnapshotTransfer.Restore(restore, _builder.Operators, _coordinators);
        _lastCheckpointId = restore?.CheckpointId ?? 0;
        foreach (var (_, made) in _builder.Operators)
            made.Open();
        foreach (var coordinator in _coordinators)
            coordinator.Start();
        _alignment.Start();
        _host.Run();
    }

    /// <summary>Whether all sources have come to their end, and all that they gave was taken.</summary>
    public bool IsFinished => !_isHeldBack && !_ended.Contains(false);

    /// <summary>The time of the job, in milliseconds since the epoch.</summary>
    public long ProcessingTimeMs => _clock.NowMs;

    /// <summary>Moves the clock, and fires what is due by it.</summary>
    /// <param name="nowMs">Milliseconds since the epoch; a time that has passed changes nothing.</param>
    public void SetProcessingTime(long nowMs)
    {
        _clock.Set(nowMs);
        if (_clock.NextWakeUpMs > _clock.NowMs)
            return;

        _clock.ClearWakeUp();
        for (var i = _builder.Operators.Count - 1; i >= 0; i--)   // upstream first
            _builder.Operators[i].Operator.OnProcessingTime();
        _host.OnProcessingTime();
        _host.Run();
    }

    /// <summary>Asks each source for a batch, once; one whose records a sink did not take gives none until it has.</summary>
    /// <returns>Whether any has more, at once.</returns>
    public bool Step()
    {
        ReadClock();
        _host.Run();
        var hasMore = false;
        _isHeldBack = false;
        for (var i = 0; i < _sources.Count; i++)
        {
            if (Resume(i) && !_ended[i])
                hasMore |= Poll(i);
        }

        return _host.Run() || hasMore;
    }

    /// <summary>Runs the job to its end.</summary>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Ends when all sources have come to their end; it gives the thread back only while no source has records.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            while (!IsFinished)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!Step() && !IsFinished)
                    await WaitForRecordsAsync(cancellationToken).ConfigureAwait(false);
            }

            Finish();
        }
        finally
        {
            Close();
        }
    }

    /// <summary>Runs the job to its end, if its sources always have records.</summary>
    /// <exception cref="InvalidOperationException">A source has nothing at the moment.</exception>
    public void Run()
    {
        try
        {
            while (!IsFinished)
            {
                if (!Step() && !IsFinished && !_isHeldBack)
                    throw OperatorErrors.SourceHasPaused();
            }

            Finish();
        }
        finally
        {
            Close();
        }
    }

    /// <summary>Takes a checkpoint: the state of all operators as it is now.</summary>
    /// <returns>The checkpoint; operators have been told that it is complete.</returns>
    public JobSnapshot TakeCheckpoint()
    {
        while (!ResumeAll())   // what waits for a sink is in no state
            Thread.Yield();
        var snapshot = SnapshotTransfer.Take(++_lastCheckpointId, _builder.Operators, _coordinators, SliceBytes);
        foreach (var (_, made) in _builder.Operators)
            made.NotifyCheckpointComplete(snapshot.CheckpointId);
        return snapshot;
    }

    /// <summary>Closes all operators. Nothing may be called afterwards.</summary>
    public void Close()
    {
        if (_isClosed)
            return;

        _isClosed = true;
        foreach (var (_, made) in _builder.Operators)
            made.Close();
        foreach (var coordinator in _coordinators)
            coordinator.Close();
    }

    private bool ResumeAll()
    {
        _isHeldBack = false;
        for (var i = 0; i < _sources.Count; i++)
        {
            if (Resume(i) && _sources[i].IsDelivering)
                Poll(i);
            _isHeldBack |= _sources[i].IsDelivering;
        }

        return !_isHeldBack;
    }

    private bool Poll(int source)
    {
        var status = _sources[source].Poll(_options.BatchSize);
        _ended[source] = status == PollStatus.EndOfInput;
        if (_ended[source])
            Resume(source);   // what is left of it was perhaps not taken
        return status == PollStatus.MoreAvailable;
    }

    // Goes on with what a sink did not take, all the way down from a source.
    private bool Resume(int source)
    {
        var isDone = ((Operator)_sources[source]).Resume();
        _isHeldBack |= !isDone;
        return isDone;
    }

    // All is written, and nothing can fail any more: what was prepared is committed.
    private void Finish()
    {
        foreach (var (_, made) in _builder.Operators)
            made.NotifyCheckpointComplete(long.MaxValue);
    }

    private void Build(JobGraph graph)
    {
        foreach (var node in graph.Nodes)
        {
            if (node.CreateCoordinator(_host) is not { } coordinator)
                continue;

            _coordinators.Add(coordinator);
            _alignment.Add(coordinator);
            for (var subtask = 0; subtask < node.Parallelism; subtask++)
            {
                var made = _builder.OperatorOf(node, subtask);
                coordinator.Attach(made);
                _sources.Add((ISourceOperator)made);
                _sources[^1].WatermarkReported = (index, watermarkMs) => _alignment.Report(node.Uid, index, watermarkMs);
                _ended.Add(false);
            }
        }
    }

    private void ReadClock()
    {
        if (_options.Clock is { } clock)
            SetProcessingTime(clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    private async Task WaitForRecordsAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> waits = [_host.Arrival];
        foreach (var sink in _sinks)
        {
            if (sink.IsHeld)
                waits.Add(sink.WaitAsync(ending.Token));
        }

        for (var i = 0; i < _sources.Count && !_isHeldBack; i++)
        {
            if (!_ended[i])
                waits.Add(_sources[i].WaitAsync(ending.Token));
        }

        if (_options.Clock is { } clock && _clock.NextWakeUpMs < long.MaxValue)
        {
            var untilMs = Math.Clamp(_clock.NextWakeUpMs - _clock.NowMs, 1, int.MaxValue);
            waits.Add(Task.Delay(TimeSpan.FromMilliseconds(untilMs), clock, ending.Token));
        }

        var first = await Task.WhenAny(waits).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }
}
