namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

using static TaskEffects;

/// <summary>What flows through a task, and what it remembers.</summary>
internal sealed partial class TaskNode
{
    private const long BytesPerEntry = 8;
    private const int SlowStoreMs = 8_000;

    private readonly int _parallelism;
    private readonly List<Split> _readerSplits = [];
    private readonly SortedDictionary<int, int> _counts = [];
    private readonly HashSet<int> _changed = [];
    private readonly List<SegmentRange> _chain = [];
    private readonly List<Transaction> _prepared = [];
    private List<Record> _written = [];
    private readonly List<SegmentId> _left = [];
    private SegmentId? _segment;
    private int _segments;
    private long _chainBytes;
    private CheckpointId? _restoredFrom;
    private bool _isWaitingForSplit;
    private bool _hasAllSplits;
    private bool _isReading;
    private bool _isHeld;
    private bool _isWriting;
    private bool _mustWriteBase = true;

    private KeyedStateRange Own => KeyedStateRange.Of(Subtask.Index, _parallelism);

    private void OpenOperators()
    {
        foreach (var transaction in _prepared)
            _world.Commit(transaction, _restoredFrom!.Value);
        _prepared.Clear();
    }

    private void Work()
    {
        if (_isBusy || _isGone)
            return;

        _isBusy = true;
        Read();
        while (_state.Processes && TryTakeInput(out var input, out var element))
            Process(input, element);
        if (_state.CanBegin && !_isHeld)
            BeginBetweenBatches();
        _isBusy = false;
    }

    // It may be held in the middle of something: then what is due waits.
    private void BeginBetweenBatches()
    {
        _isHeld = true;
        _world.After(_world.Scenario.Random.Next(0, 20), () =>
        {
            _isHeld = false;
            Take(new TaskInputs.BetweenBatches());
        });
    }

    private void PrepareOperators(long number) => _world.After(_world.Scenario.Random.Next(0, 20), () =>
    {
        if (_state.Preparing?.Number == number)
            Take(new TaskInputs.Prepared());
    });

    private bool TryTakeInput(out int input, out object element)
    {
        for (input = 0; input < _inputs.Length; input++)
        {
            if (!_blocked[input] && _inputs[input].TryDequeue(out element!))
                return true;
        }

        (input, element) = (-1, "");
        return false;
    }

    private void Process(int input, object element)
    {
        switch (element)
        {
            case Record record when Subtask.Vertex == 1:
                var count = _counts.GetValueOrDefault(record.Key) + 1;
                _counts[record.Key] = count;
                _changed.Add(record.Key);
                Emit(record with { Count = count });
                break;
            case Record record:
                _written.Add(record);
                break;
            case TaskInputs.Barrier barrier:
                Take(barrier with { Input = input });
                break;
            case "end":
                Take(new TaskInputs.InputEnded(input));
                if (_state is { HaveInputsEnded: true, HasEnded: false })
                    End();
                break;
        }
    }

    private void Read()
    {
        if (Subtask.Vertex != 0 || _isReading || !_state.Processes || _state.HasEnded)
            return;

        if (_readerSplits.Count == 0)
        {
            if (_hasAllSplits)
                End();
            else if (!_isWaitingForSplit)
                RequestSplit();
            return;
        }

        _isReading = true;
        _world.After(_world.Scenario.PaceMs, () => _host.Do(() =>
        {
            _isReading = false;
            ReadOne();
            Work();
        }));
    }

    private void ReadOne()
    {
        if (_isGone || !_state.Processes || _readerSplits.Count == 0)
            return;

        var split = _readerSplits[0];
        _world.Reads.Read(Attempt.Number, split.Next);
        Emit(new Record(split.Next, 0));
        if (split.Next + 1 == split.End)
            _readerSplits.RemoveAt(0);
        else
            _readerSplits[0] = split with { Next = split.Next + 1 };
    }

    private void RequestSplit()
    {
        _isWaitingForSplit = true;
        Take(new TaskInputs.SplitWanted(UidOf(0)));
    }

    private void GiveSplit(ISplitCommand command)
    {
        var split = command is AssignSplits assigned ? _world.Read<Split>(assigned.Splits[0]) : null;
        _world.Splits.Give(Attempt, Subtask.Index, split);
        if (split is null)
            _hasAllSplits = true;
        else
            _readerSplits.Add(split);
        _isWaitingForSplit = false;
    }

    private void End()
    {
        Broadcast("end");
        Take(new TaskInputs.InputsEnded());
    }

    private void Emit(Record record)
    {
        if (_downstream.Count == 0)
            return;

        var target = Subtask.Vertex == 0
            ? KeyedStateRange.OwnerOf(record.Key, _downstream.Count)
            : record.Number % _downstream.Count;
        SendOn(_downstream[target], record);
    }

    private void Broadcast(object element)
    {
        foreach (var task in _downstream)
            SendOn(task, element);
    }

    // Channels lose nothing silently: a gap fails the attempt, which is the channel protocol's to show.
    private void SendOn(TaskNode target, object element) =>
        _world.Send(Node, target.Node, element, () => target.Arrive(Subtask.Index, element), isReliable: true);

    private void TakeSnapshot(CheckpointBarrier barrier)
    {
        _world.Require(!_isWriting, Invariants.OneSnapshot, $"task {Subtask} takes snapshot {barrier.Number} while another is written");
        _isWriting = true;
        Broadcast(new TaskInputs.Barrier(0, barrier));
        var part = Subtask.Vertex switch
        {
            0 => new OperatorStateHandle(UidOf(0), [.. _readerSplits.Select(_world.Write)], null),
            1 => new OperatorStateHandle(UidOf(1), [], WriteCounts(barrier.IsBase)),
            _ => new OperatorStateHandle(UidOf(2), PrepareCommit(barrier.Number), null),
        };
        if (Subtask.Vertex == 0)
            _world.Splits.Snapshot(Attempt, barrier.Number, Subtask.Index);
        var isSlow = _world.IsChaotic && _world.Scenario.Happens(0.05);
        _world.After(_world.Scenario.Random.Next(1, isSlow ? SlowStoreMs : 100), () =>
        {
            _isWriting = false;
            Take(new TaskInputs.SnapshotWritten(barrier.Number));
            _world.After(_world.Scenario.Random.Next(1, 100), () => EndSnapshot(barrier.Number, part));
        });
    }

    private void EndSnapshot(long number, OperatorStateHandle part) => Take(_world.IsChaotic && _world.Scenario.Happens(0.02)
        ? new TaskInputs.SnapshotFailed(number, "by chance")
        : new TaskInputs.SnapshotDurable(number, [part], new CheckpointStatistics(0, 0, 0, 0, false)) { Left = [.. _left] });

    private ReadOnlyMemory<byte>[] PrepareCommit(long number)
    {
        if (_written.Count > 0)
            _prepared.Add(new Transaction(Attempt, number, Subtask.Index, _written));
        _written = [];
        return [.. _prepared.Select(_world.Write)];
    }

    private void CommitUpTo(long number)
    {
        foreach (var transaction in _prepared.Where(transaction => transaction.Number <= number).ToArray())
        {
            _world.Commit(transaction, new CheckpointId(Attempt.Number, number));
            _prepared.Remove(transaction);
        }

        Take(new TaskInputs.Committed(number));
    }

    private KeyedStateHandle WriteCounts(bool isBase)
    {
        if (isBase || _mustWriteBase)
        {
            _chain.Clear();
            _chainBytes = 0;
            if (_segment is { } left)
                _left.Add(left);
            _segment = null;
            _changed.UnionWith(_counts.Keys);
        }

        _mustWriteBase = false;
        _segment ??= OpenSegment();
        if (!_world.Segments.TryGetValue(_segment.Value, out var chunks))
        {
            // the janitor may delete under the hands of an attempt behind the fence: its next checkpoint would never complete
            _world.Require(Attempt.Number < _world.Journal.Last.Attempt, Invariants.SegmentsStay, $"segment {_segment} is being written");
            chunks = [];
        }

        chunks.Add(new ChunkModel(_changed.ToDictionary(key => key, key => _counts[key])));
        _chain.Add(new SegmentRange(_segment.Value, chunks.Count, chunks.Count));
        _chainBytes += BytesPerEntry * _changed.Count;
        _changed.Clear();
        return new KeyedStateHandle(Own.First, Own.Last, [.. _chain], _chainBytes);
    }

    private SegmentId OpenSegment()
    {
        var segment = new SegmentId($"s-{Attempt.Number}-{Subtask.Vertex}-{Subtask.Index}-{++_segments}");
        _world.Require(_world.Segments.TryAdd(segment, []), Invariants.OneWriter, $"segment {segment} is begun by a second task");
        return segment;
    }

    // One that was told to start long ago, while its node was paused, may find nothing of its checkpoint any more.
    private bool TryRestore(TaskRestore? restore)
    {
        _restoredFrom = restore?.Checkpoint;
        var isOld = Attempt.Number < _world.Journal.Last.Attempt;
        foreach (var part in restore?.Operators ?? [])
        {
            if (isOld && part.Keyed.SelectMany(handle => handle.Chunks).Any(range => !_world.Segments.ContainsKey(range.Segment)))
                return false;

            foreach (var element in part.Elements)
                RestoreElement(element);
            foreach (var handle in part.Keyed)
                RestoreCounts(handle);
            if (!part.IsSameRange)
                continue;

            _mustWriteBase = false;
            _chain.AddRange(part.Keyed[0].Chunks);
            _chainBytes = part.Keyed[0].Bytes;
        }

        return true;
    }

    private void RestoreElement(ReadOnlyMemory<byte> element)
    {
        if (Subtask.Vertex == 0)
            _readerSplits.Add(_world.Read<Split>(element));
        else
            _prepared.Add(_world.Read<Transaction>(element));
    }

    private void RestoreCounts(KeyedStateHandle handle)
    {
        foreach (var range in handle.Chunks)
        {
            _world.Require(_world.Segments.TryGetValue(range.Segment, out var chunks), Invariants.SegmentsStay,
                $"segment {range.Segment} is to be restored and was deleted");
            for (var i = range.First; i <= range.Last; i++)
            {
                foreach (var (key, count) in chunks![(int)i - 1].Counts.Where(entry => Own.Contains(entry.Key)))
                    _counts[key] = count;
            }
        }
    }
}
