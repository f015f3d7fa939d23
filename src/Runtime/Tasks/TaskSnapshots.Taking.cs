namespace Akka.Flink.Runtime;

/// <content>Taking a snapshot between two batches.</content>
internal sealed partial class TaskSnapshots
{
    private int _prepared;
    private int _segments;
    private bool _hasHole;

    /// <summary>Begins to prepare the operators for a snapshot.</summary>
    public void BeginPreparing() => _prepared = 0;

    // Upstream first: what an operator still emits belongs to the state downstream, or goes out before the barrier.
    /// <summary>Goes on with preparing the operators. Called when nothing is left to resume.</summary>
    /// <returns>Whether all are; if not, an output takes no more: resume first.</returns>
    public bool Prepare()
    {
        var operators = _chain.Operators;
        while (_prepared < operators.Length)
        {
            var (node, made) = operators[_prepared++];
            _chain.Activity.Current = node;
            made.PrepareSnapshot();
            if (!_chain.Resume())
                return false;
        }

        return true;
    }

    /// <summary>Sends the barrier on and begins the snapshot behind it; <see cref="WriteSlice"/> goes on with it.</summary>
    /// <param name="barrier">The barrier.</param>
    public void Begin(CheckpointBarrier barrier)
    {
        foreach (var sender in _chain.Senders)
            sender.SendBarrier(barrier);

        var snapshot = new TaskSnapshot(barrier, _alignmentMs, _dueAt);
        var operators = _chain.Operators;
        snapshot.Elements = new IReadOnlyList<ReadOnlyMemory<byte>>[operators.Length];
        snapshot.States = new IReadOnlyList<ReadOnlyMemory<byte>>[operators.Length];
        for (var i = 0; i < operators.Length; i++)
        {
            _chain.Activity.Current = operators[i].Node;
            snapshot.Elements[i] = operators[i].Operator.SnapshotElements(snapshot.Barrier.Number);
            snapshot.States[i] = operators[i].Operator.SnapshotStates(snapshot.Barrier.Number);
            if (operators[i].Operator.RestOfSnapshot(snapshot.Barrier.Number) is { } rest)
                BeginRest(snapshot, i, rest);
        }

        (_writing, _written) = (snapshot, 0);
        BeginKeyed(snapshot);
        snapshot.TakenAt = _services.Clock.GetTimestamp();
    }

    private void BeginKeyed(TaskSnapshot snapshot)
    {
        var (hasKeyed, wantsBase) = (false, snapshot.Barrier.IsBase || snapshot.Barrier.Savepoint is not null || _hasHole);
        foreach (var chain in _keyed)
        {
            hasKeyed |= chain is not null;
            wantsBase |= chain is not null && chain.WantsBase(_settings.Checkpoints.BaseRatio);
        }

        if (!hasKeyed)
            return;
        if (!EnsureSegment(wantsBase, snapshot))
            return;

        _hasHole = false;
        snapshot.Segment = _segment;
        snapshot.Saved = OpenSaved(snapshot);
        foreach (var chain in _keyed)
            snapshot.IsBase |= chain is not null && chain.Begin(snapshot.Barrier.Number, wantsBase, _segment!, snapshot.Saved?.Segment);
    }

    private SavepointFile? OpenSaved(TaskSnapshot snapshot)
    {
        if (snapshot.Barrier is not { Savepoint: { } directory, Number: var number })
            return null;

        try
        {
            var file = SavepointFile.Open(
                directory, new CheckpointId(_attempt.Number, number), _chain.Subtask, _services.Node, _tell);
            _saving.Add(file.Segment.Writer.Segment, file);
            return file;
        }
        catch (Exception cause)   // whatever keeps it from the directory fails this savepoint, not the task
        {
            Fail(snapshot, cause.Message);
            return null;
        }
    }

    // A base opens a new segment, and so does a new attempt.
    private bool EnsureSegment(bool isNew, TaskSnapshot snapshot)
    {
        if (_segment is not null && !isNew)
            return true;

        CloseSegment();
        var id = SegmentNames.Of(_attempt, _chain.Subtask, ++_segments);
        try
        {
            _segment = new OpenSegment(_services.Chunks.Open(id, _tell));
            _open.Add(id, _segment);
            return true;
        }
        catch (Exception cause)   // whatever keeps the store from it fails this checkpoint, not the task
        {
            _hasHole = true;
            Fail(snapshot, $"Segment {id} could not be opened: {cause.Message}");
            return false;
        }
    }

    private void CloseSegment()
    {
        if (_segment is not { } segment)
            return;

        segment.Writer.Close();
        _left.Add(new LeftSegment(segment.Writer.Segment));
        if (segment.Persisted >= segment.Writer.Appended)
            _open.Remove(segment.Writer.Segment);
        _segment = null;
    }
}
