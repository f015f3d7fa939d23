namespace Akka.Flink.Operators;

using System.Buffers;
using Akka.Flink.Sources;

/// <summary>Runs the enumerator of a source for a job. Readers beside it are called directly, others through an
/// <see cref="ISplitOutlet"/>.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <typeparam name="TEnumeratorState">What the enumerator remembers.</typeparam>
/// <param name="source">The source.</param>
/// <param name="host">What runs this.</param>
internal sealed class SourceCoordinator<T, TSplit, TEnumeratorState>(ISource<T, TSplit, TEnumeratorState> source, ICoordinatorHost host)
    : SourceCoordinator, ISplitEnumeratorContext<TSplit>
    where TSplit : ISourceSplit
{
    private readonly List<ISplitReceiver<TSplit>> _readers = [];
    private readonly Queue<(int Subtask, ReadOnlyMemory<byte>? Event)> _requests = new();
    private readonly CoordinatorCalls _calls = new(host);
    private ISplitEnumerator<TSplit, TEnumeratorState>? _enumerator;
    private bool _isStarted;
    private bool _isAnswering;

    public int CurrentParallelism => _readers.Count;

    public override void Attach(Operator reader)
    {
        var made = (SourceOperator<T, TSplit>)reader;
        made.SplitRequested = HandleSplitRequest;
        made.SourceEventSent = HandleSourceEvent;
        _readers.Add(made);
    }

    public override void Attach(ISplitOutlet outlet) => _readers.Add(new RemoteReader<TSplit>(source.SplitSerializer, outlet));

    public override void Restore(ReadOnlyMemory<byte> state) => Guard("restoring", () =>
    {
        var bytes = state.Span;
        _enumerator = source.RestoreEnumerator(this, source.EnumeratorStateSerializer.Read(ref bytes));
    });

    public override void Start() => Guard("starting", () =>
    {
        _enumerator ??= source.CreateEnumerator(this);
        _enumerator.Start();
        for (var subtask = 0; subtask < _readers.Count; subtask++)
            _enumerator.AddReader(subtask);
        _isStarted = true;
        AnswerRequests();
    });

    public override ReadOnlyMemory<byte> Snapshot(long checkpointId)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Guard("snapshotting", () => source.EnumeratorStateSerializer.Write(buffer, _enumerator!.SnapshotState(checkpointId)));
        return buffer.WrittenMemory;
    }

    public override void HandleSplitRequest(int subtask) => Handle(subtask, null);

    public override void HandleSourceEvent(int subtask, ReadOnlyMemory<byte> data) => Handle(subtask, data);

    public override IReadOnlyList<string> Describe(IReadOnlyList<ReadOnlyMemory<byte>> elements)
    {
        var positions = new string[elements.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            var bytes = elements[i].Span;
            positions[i] = source.SplitSerializer.Read(ref bytes).Describe();
        }

        return positions;
    }

    public override void Close()
    {
        _calls.Close();
        _enumerator?.Close();
    }

    public override void SetMaxWatermark(long watermarkMs)
    {
        foreach (var reader in _readers)
            reader.SetMaxWatermark(watermarkMs);
    }

    public void AssignSplit(TSplit split, int subtask) => _readers[subtask].AddSplits([split]);

    public void SendEventToReader(int subtask, ReadOnlyMemory<byte> data) => _readers[subtask].HandleSourceEvent(data);

    public void SignalNoMoreSplits(int subtask) => _readers[subtask].NoMoreSplits();

    public void CallAsync<TResult>(Func<CancellationToken, Task<TResult>> call, Action<TResult?, Exception?> handler) =>
        _calls.Begin(call, Guarded(handler));

    public void CallPeriodically<TResult>(
        Func<CancellationToken, Task<TResult>> call, Action<TResult?, Exception?> handler, TimeSpan initialDelay, TimeSpan period) =>
        _calls.Repeat(call, Guarded(handler), initialDelay, period);

    // A reader may ask while it is given a split, or before the enumerator is there: requests wait their turn.
    private void AnswerRequests()
    {
        _isAnswering = true;
        while (_requests.TryDequeue(out var request))
        {
            if (request.Event is { } data)
                _enumerator!.HandleSourceEvent(request.Subtask, data);
            else
                _enumerator!.HandleSplitRequest(request.Subtask);
        }

        _isAnswering = false;
    }

    private void Handle(int subtask, ReadOnlyMemory<byte>? data)
    {
        _requests.Enqueue((subtask, data));
        if (_isStarted && !_isAnswering)
            Guard("answering a reader", AnswerRequests);
    }

    private Action<TResult?, Exception?> Guarded<TResult>(Action<TResult?, Exception?> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (result, failure) => Guard("handling the result of a call", () => handler(result, failure));
    }

    private void Guard(string doing, Action action)
    {
        try
        {
            action();
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.EnumeratorFailed(Node.Name, Node.Uid, doing, cause);
        }
    }
}
