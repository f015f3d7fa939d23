namespace Akka.Flink.Operators.Tests.Windowing;

using Akka.Flink.State;

/// <summary>Runs a keyed operator with one input in some subtasks, and replaces it by a restored one, in as many subtasks as one
/// likes.</summary>
internal sealed class WindowHarness<T, TOut>
{
    private const int KeyGroupCount = 8;

    private readonly Func<OperatorContext, Output<TOut>, OneInputOperator<T, TOut>> _create;
    private readonly Func<T, uint> _hash;
    private readonly OutputTag<T> _lateTag;
    private readonly ProcessingClock _clock = new();
    private readonly List<OneInputOperator<T, TOut>> _subtasks = [];
    private readonly bool _oneByOne;
    private Chunks[] _chains = [];
    private long _snapshotId;

    public WindowHarness(
        Func<OperatorContext, Output<TOut>, OneInputOperator<T, TOut>> create, Func<T, uint> hash, OutputTag<T> lateTag,
            bool oneByOne = false)
    {
        _create = create;
        _hash = hash;
        _lateTag = lateTag;
        _oneByOne = oneByOne;
        Start(1);
        Open();
    }

    public List<Collected> Output { get; } = [];

    public int SubtaskCount => _subtasks.Count;

    public long LateRecordsDropped => _subtasks.Sum(each => each.Context.Metrics.LateRecordsDropped);

    public void Process(params (T Value, long TimestampMs)[] records)
    {
        for (var i = 0; i < _subtasks.Count; i++)
        {
            var batch = new RecordBatch<T>();
            foreach (var (value, timestampMs) in records)
            {
                if (KeyGroups.SubtaskOf(KeyGroups.Of(_hash(value), KeyGroupCount), _subtasks.Count, KeyGroupCount) == i)
                    batch.Add(value, timestampMs);
            }

            Process(_subtasks[i], batch);
        }
    }

    public void Watermark(long watermarkMs)
    {
        foreach (var subtask in _subtasks)
        {
            if (!subtask.ProcessWatermark(watermarkMs))
                Resume(subtask);
        }
    }

    public void Clock(long nowMs)
    {
        _clock.Set(nowMs);
        foreach (var subtask in _subtasks)
        {
            if (!subtask.OnProcessingTime())
                Resume(subtask);
        }
    }

    /// <summary>Takes a snapshot, of changes if it can be, and goes on.</summary>
    public void Snapshot()
    {
        Begin();
        Finish();
    }

    /// <summary>Takes a snapshot, and replaces the operator by a restored one. What the old one is given while the snapshot is written is
    /// lost.</summary>
    public void SnapshotRestore(int parallelism, params (T Value, long TimestampMs)[] meanwhile)
    {
        Begin();
        var before = Output.Count;
        Process(meanwhile);
        Watermark(meanwhile.Length == 0 ? long.MinValue : meanwhile.Max(each => each.TimestampMs));
        Output.RemoveRange(before, Output.Count - before);
        Finish();
        foreach (var subtask in _subtasks)
            subtask.Close();

        var chunks = _chains.SelectMany(chain => chain.All).ToList();
        var isSameRange = parallelism == _subtasks.Count;
        var chains = _chains.ToList();
        Start(parallelism);
        foreach (var subtask in _subtasks)
        {
            foreach (var chunk in chunks)
                subtask.KeyedState!.Restore(chunk);
            subtask.KeyedState!.EndRestore();
        }

        if (isSameRange)
            chains.CopyTo(0, _chains, 0, chains.Count);
        Open();
    }

    private void Begin()
    {
        _snapshotId++;
        for (var i = 0; i < _subtasks.Count; i++)
        {
            _subtasks[i].PrepareSnapshot();
            if (_subtasks[i].KeyedState!.NextIsBase)
                _chains[i] = new Chunks();
            _subtasks[i].KeyedState!.BeginSnapshot(_snapshotId, false, _chains[i]);
            _subtasks[i].KeyedState!.WriteSlice(50);
        }
    }

    private void Finish()
    {
        foreach (var subtask in _subtasks)
        {
            while (subtask.KeyedState!.IsSnapshotInProgress)
                subtask.KeyedState.WriteSlice(100);
        }
    }

    private static void Process(OneInputOperator<T, TOut> subtask, RecordBatch<T> batch)
    {
        var next = subtask.Process(batch, 0);
        while (next < batch.Count)
        {
            Resume(subtask);
            next = subtask.Process(batch, next);
        }

        Resume(subtask);
    }

    private static void Resume(OneInputOperator<T, TOut> subtask)
    {
        for (var i = 0; !subtask.Resume(); i++)
            Assert.True(i < 100_000, "The operator does not come to an end.");
    }

    private void Start(int parallelism)
    {
        _subtasks.Clear();
        _chains = new Chunks[parallelism];
        for (var i = 0; i < parallelism; i++)
        {
            var sides = new SideOutputs();
            sides.Add(_lateTag, new Output<T>(new CollectingInput<T>(_lateTag.Id, Output, _oneByOne)));
            var context = new OperatorContext("windows", "windows", i, parallelism, KeyGroupCount, _clock) { Sides = sides };
            _subtasks.Add(_create(context, new Output<TOut>(new CollectingInput<TOut>(null, Output, _oneByOne))));
        }
    }

    private void Open()
    {
        foreach (var subtask in _subtasks)
            subtask.Open();
    }

    private sealed class Chunks : IChunkWriter
    {
        public List<ReadOnlyMemory<byte>> All { get; } = [];

        public void Write(ReadOnlySpan<byte> chunk) => All.Add(chunk.ToArray());
    }
}
