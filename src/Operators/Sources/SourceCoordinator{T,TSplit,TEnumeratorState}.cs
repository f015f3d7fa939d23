namespace Akka.Flink.Operators;

using System.Buffers;
using Akka.Flink.Sources;

/// <summary>Runs the enumerator of a source for a job, beside its operators: requests and splits go by direct calls.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <typeparam name="TEnumeratorState">What the enumerator remembers.</typeparam>
/// <param name="source">The source.</param>
internal sealed class SourceCoordinator<T, TSplit, TEnumeratorState>(ISource<T, TSplit, TEnumeratorState> source)
    : SourceCoordinator, ISplitEnumeratorContext<TSplit>
    where TSplit : ISourceSplit
{
    private readonly List<SourceOperator<T, TSplit>> _readers = [];
    private readonly Queue<int> _requests = new();
    private ISplitEnumerator<TSplit, TEnumeratorState>? _enumerator;
    private bool _isStarted;
    private bool _isAnswering;

    public int CurrentParallelism => _readers.Count;

    public override void Attach(Operator reader)
    {
        var made = (SourceOperator<T, TSplit>)reader;
        made.SplitRequested = HandleRequest;
        _readers.Add(made);
    }

    public override void Restore(ReadOnlyMemory<byte> state)
    {
        var bytes = state.Span;
        _enumerator = source.RestoreEnumerator(this, source.EnumeratorStateSerializer.Read(ref bytes));
    }

    public override void Start()
    {
        _enumerator ??= source.CreateEnumerator(this);
        _enumerator.Start();
        for (var subtask = 0; subtask < _readers.Count; subtask++)
            _enumerator.AddReader(subtask);
        _isStarted = true;
        AnswerRequests();
    }

    public override ReadOnlyMemory<byte> Snapshot(long checkpointId)
    {
        var buffer = new ArrayBufferWriter<byte>();
        source.EnumeratorStateSerializer.Write(buffer, _enumerator!.SnapshotState(checkpointId));
        return buffer.WrittenMemory;
    }

    public override void Close() => _enumerator?.Close();

    public void AssignSplit(TSplit split, int subtask) => _readers[subtask].AddSplits([split]);

    public void SignalNoMoreSplits(int subtask) => _readers[subtask].NoMoreSplits();

    private void HandleRequest(int subtask)
    {
        _requests.Enqueue(subtask);
        AnswerRequests();
    }

    // A reader may ask while it is given a split, or before the enumerator is there: requests wait their turn.
    private void AnswerRequests()
    {
        if (!_isStarted || _isAnswering)
            return;

        _isAnswering = true;
        while (_requests.TryDequeue(out var subtask))
            _enumerator!.HandleSplitRequest(subtask);
        _isAnswering = false;
    }
}
