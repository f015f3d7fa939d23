namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;

/// <content>Writing a snapshot in slices, and reporting it.</content>
internal sealed partial class TaskSnapshots
{
    private readonly Dictionary<SegmentId, OpenSegment> _open = [];
    private readonly Dictionary<SegmentId, SavepointFile> _saving = [];
    private readonly List<TaskSnapshot> _undurable = [];
    private readonly List<LeftSegment> _left = [];
    private OpenSegment? _segment;
    private TaskSnapshot? _writing;
    private int _written;   // how many operators are

    /// <summary>Whether so much is on its way to the store that records must wait.</summary>
    public bool IsOverfull => _segment is { IsOverfull: true } || _writing?.Saved is { Segment.IsOverfull: true };

    /// <summary>Writes a slice of the snapshot in progress, if there is one and the store takes it.</summary>
    public SnapshotStep WriteSlice()
    {
        if (_writing is not { } snapshot)
            return SnapshotStep.None;
        if (snapshot.Segment is { Failure: null } segment && !segment.Writer.IsWritable)
            return SnapshotStep.WaitsForStore;
        if (snapshot is { IsGivenUp: false, Saved.Segment: { Failure: null, Writer.IsWritable: false } })
            return SnapshotStep.WaitsForStore;

        while (_written < _keyed.Length)
        {
            if (_keyed[_written] is { State.IsSnapshotInProgress: true } chain && !chain.State.WriteSlice(_settings.Tasks.SliceBytes))
                return SnapshotStep.Progress;

            _written++;
        }

        EndWriting(snapshot);
        return SnapshotStep.Progress;
    }

    /// <summary>Takes what the store says of a segment.</summary>
    /// <param name="progress">How far it is.</param>
    public void TakeProgress(SegmentProgress progress)
    {
        if (_saving.TryGetValue(progress.Segment, out var file))
            TakeSaved(file, progress);
        if (!_open.TryGetValue(progress.Segment, out var segment))
            return;

        segment.Take(progress);
        if (segment.Failure is { } failure)
            TakeFailure(segment, failure);
        else if (segment != _segment && segment.Persisted >= segment.Writer.Appended)
            _open.Remove(progress.Segment);
        ReportDurable();
    }

    /// <summary>Takes the rest of what an operator had, or that it failed.</summary>
    /// <param name="ready">What came.</param>
    public void TakeRest(RestReady ready)
    {
        if (ready.Failure is { } failure)
            throw failure;

        var (snapshot, i, rest) = (ready.Snapshot, ready.Index, ready.Rest!);
        snapshot.Elements[i] = [.. snapshot.Elements[i], .. rest.Elements];
        snapshot.States[i] = [.. snapshot.States[i], .. rest.States];
        snapshot.MissingRests--;
        ReportDurable();
    }

    /// <summary>Lets go of what is being written.</summary>
    public void Close()
    {
        CloseSegment();
        foreach (var file in _saving.Values)
            file.Dispose();
        _saving.Clear();
    }

    private void BeginRest(TaskSnapshot snapshot, int index, Task<SnapshotRest> rest)
    {
        snapshot.MissingRests++;
        _ = TellRestAsync();

        async Task TellRestAsync()
        {
            try
            {
                _tell(new RestReady(snapshot, index, await rest.ConfigureAwait(false), null));
            }
            catch (Exception cause)   // whatever keeps an operator from it fails the task, on its own thread
            {
                _tell(new RestReady(snapshot, index, null, cause));
            }
        }
    }

    private IEnumerable<TaskSnapshot> Pending()
    {
        if (_writing is not null)
            yield return _writing;
        foreach (var snapshot in _undurable)
            yield return snapshot;
    }

    private void EndWriting(TaskSnapshot snapshot)
    {
        _writing = null;
        snapshot.LastChunk = snapshot.Segment?.Writer.Appended ?? 0;
        snapshot.Keyed = new KeyedStateHandle?[_keyed.Length];
        for (var i = 0; i < _keyed.Length; i++)
        {
            var handle = snapshot.Segment is null ? null : _keyed[i]?.End();
            snapshot.WrittenBytes += handle is null ? 0 : _keyed[i]!.Written;
            snapshot.Keyed[i] = handle;
            if (_keyed[i]?.EndSaved() is { } saved)
                snapshot.SavedStates.Add(new SavedState(_chain.Operators[i].Node.Uid, saved));
        }

        if (snapshot.Saved is { } file)
        {
            file.Close();
            ForgetSaved(file);
        }

        _undurable.Add(snapshot);
        _say(new TaskInputs.SnapshotWritten(snapshot.Barrier.Number));
        ReportDurable();
    }

    private void ReportDurable()
    {
        while (_undurable.Count > 0 && _undurable[0] is var snapshot && (snapshot.IsGivenUp || snapshot.IsDurable))
        {
            _undurable.RemoveAt(0);
            if (snapshot.IsGivenUp)
                continue;

            var number = snapshot.Barrier.Number;
            var parts = PartsOf(snapshot);
            if (TooLarge(parts) is { } reason)
            {
                Fail(snapshot, reason);
                continue;
            }

            _say(new TaskInputs.SnapshotDurable(number, parts, StatisticsOf(snapshot))
            {
                Left = TellLeft(number),
                Saved = snapshot.Barrier.Savepoint is null ? null : snapshot.SavedStates,
            });
        }
    }

    private List<OperatorStateHandle> PartsOf(TaskSnapshot snapshot)
    {
        var parts = new List<OperatorStateHandle>();
        for (var i = 0; i < snapshot.Keyed.Length; i++)
        {
            var (elements, states, keyed) = (snapshot.Elements[i], snapshot.States[i], snapshot.Keyed[i]);
            if (keyed is not null || elements.Count > 0 || states.Count > 0)
                parts.Add(new OperatorStateHandle(_chain.Operators[i].Node.Uid, elements, keyed) { States = states });
        }

        return parts;
    }

    // It goes to the job master in one message, and comes back in one: then with the states by name of all subtasks. What is too large for
    // that would be dropped on the way, and the checkpoint would be waited for until its timeout.
    private string? TooLarge(List<OperatorStateHandle> parts)
    {
        var (total, largest, uid) = (0L, 0L, "");
        foreach (var part in parts)
        {
            var bytes = BytesOf(part.Elements) + (BytesOf(part.States) * _parallelism);
            total += bytes;
            if (bytes > largest)
                (largest, uid) = (bytes, part.Uid);
        }

        return total <= _services.MaxStateBytes ? null : TaskErrors.StateTooLarge(uid, largest, _services.MaxStateBytes).Message;
    }

    private static long BytesOf(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var bytes = 0L;
        foreach (var part in parts)
            bytes += part.Length;
        return bytes;
    }

    // What is still on its way to a segment comes first: whoever hears of it may delete it.
    private List<SegmentId> TellLeft(long number)
    {
        var told = new List<SegmentId>();
        foreach (var left in _left)
        {
            if (_open.ContainsKey(left.Segment))
                continue;

            left.ToldWith = left.ToldWith == 0 ? number : left.ToldWith;
            told.Add(left.Segment);
        }

        return told;
    }

    private CheckpointStatistics StatisticsOf(TaskSnapshot snapshot)
    {
        var clock = _services.Clock;
        return new CheckpointStatistics(
            snapshot.AlignmentMs,
            (long)clock.GetElapsedTime(snapshot.At, snapshot.TakenAt).TotalMilliseconds,
            (long)clock.GetElapsedTime(snapshot.TakenAt).TotalMilliseconds,
            snapshot.WrittenBytes,
            snapshot.IsBase);
    }

    private void TakeSaved(SavepointFile file, SegmentProgress progress)
    {
        file.Segment.Take(progress);
        if (file.Segment.Failure is { } failure)
        {
            foreach (var snapshot in Pending().Where(each => each.Saved == file && (each == _writing || !each.IsDurable)).ToList())
            {
                if (snapshot == _writing)
                    DiscardSaved();
                Fail(snapshot, $"The savepoint could not be written: {failure.Message}");
            }
        }

        ForgetSaved(file);
        ReportDurable();
    }

    private void DiscardSaved()
    {
        foreach (var chain in _keyed)
            chain?.DiscardSaved();
    }

    private void ForgetSaved(SavepointFile file)
    {
        if (file.IsDone && _saving.Remove(file.Segment.Writer.Segment))
            file.Dispose();
    }

    private void TakeFailure(OpenSegment segment, Exception failure)
    {
        _open.Remove(segment.Writer.Segment);
        if (segment == _segment)
        {
            _hasHole = true;
            CloseSegment();
            foreach (var chain in _keyed)
                chain?.Discard();
        }

        foreach (var snapshot in Pending())
        {
            if (snapshot.Segment == segment && (snapshot == _writing || !snapshot.IsDurable))
                Fail(snapshot, $"Segment {segment.Writer.Segment} could not be written: {failure.Message}");
        }
    }

    private void Fail(TaskSnapshot snapshot, string reason)
    {
        if (snapshot.IsGivenUp)
            return;

        snapshot.IsGivenUp = true;
        _say(new TaskInputs.SnapshotFailed(snapshot.Barrier.Number, reason));
    }

    /// <summary>An operator has said the rest of what it had, or has failed.</summary>
    internal sealed record RestReady(TaskSnapshot Snapshot, int Index, SnapshotRest? Rest, Exception? Failure);

    // A segment of this attempt that the chain has left behind, and the checkpoint that first said so; 0 before.
    private sealed class LeftSegment(SegmentId segment)
    {
        public SegmentId Segment { get; } = segment;

        public long ToldWith { get; set; }
    }
}
