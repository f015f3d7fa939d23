namespace Akka.Flink.Runtime;

/// <content>Taking a snapshot between two batches.</content>
internal sealed partial class TaskSnapshots
{
    private TaskSnapshot? _due;      // asked for, all barriers are there
    private TaskSnapshot? _taking;   // operators are being prepared
    private int _prepared;
    private int _segments;
    private long _frozenBy = -1;
    private bool _hasHole;

    /// <summary>Goes on with taking a snapshot. Called between batches, when nothing is left to resume.</summary>
    public SnapshotStep Advance()
    {
        if (_taking is null)
        {
            if (_due is null)
                return SnapshotStep.None;
            if (_writing is not null)
                return WriteSlice();   // the last one first

            (_taking, _due) = (_due, null);
            _prepared = 0;
        }

        return Prepare() ? Take(_taking) : SnapshotStep.Held;
    }

    // Upstream first: what an operator still emits belongs to the state downstream, or goes out before the barrier.
    private bool Prepare()
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

    private SnapshotStep Take(TaskSnapshot snapshot)
    {
        foreach (var sender in _chain.Senders)
            sender.SendBarrier(snapshot.Barrier);

        var operators = _chain.Operators;
        snapshot.Elements = new IReadOnlyList<ReadOnlyMemory<byte>>[operators.Length];
        snapshot.States = new IReadOnlyList<ReadOnlyMemory<byte>>[operators.Length];
        for (var i = 0; i < operators.Length; i++)
        {
            _chain.Activity.Current = operators[i].Node;
            snapshot.Elements[i] = operators[i].Operator.SnapshotElements(snapshot.Barrier.Number);
            snapshot.States[i] = operators[i].Operator.SnapshotStates(snapshot.Barrier.Number);
        }

        BeginKeyed(snapshot);
        (_taking, _writing, _written) = (null, snapshot, 0);
        snapshot.TakenAt = _services.Clock.GetTimestamp();
        if (snapshot.Barrier.Kind == CheckpointKind.Stopping && !snapshot.IsGivenUp)
            (IsFrozen, _frozenBy) = (true, snapshot.Barrier.Number);
        if (snapshot.Barrier.Kind == CheckpointKind.Final && !snapshot.IsGivenUp)
            FinalNumber = snapshot.Barrier.Number;
        Unblock();
        return SnapshotStep.Progress;
    }

    private void BeginKeyed(TaskSnapshot snapshot)
    {
        var (hasKeyed, wantsBase) = (false, snapshot.Barrier.IsBase || _hasHole);
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
        foreach (var chain in _keyed)
            snapshot.IsBase |= chain is not null && chain.Begin(snapshot.Barrier.Number, wantsBase, _segment!);
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
            _segment = new OpenSegment(_services.Chunks.Open(id, _progress));
            _open.Add(id, _segment);
            return true;
        }
        catch (Exception cause)   // whatever keeps the store from it fails this checkpoint, not the task
        {
            _hasHole = true;
            GiveUp(snapshot, $"Segment {id} could not be opened: {cause.Message}");
            return false;
        }
    }

    private void CloseSegment()
    {
        if (_segment is not { } segment)
            return;

        segment.Writer.Close();
        if (segment.Persisted >= segment.Writer.Appended)
            _open.Remove(segment.Writer.Segment);
        _segment = null;
    }
}
