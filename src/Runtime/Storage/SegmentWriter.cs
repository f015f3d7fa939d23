namespace Akka.Flink.Runtime;

using Akka.Flink.State.Snapshots;

/// <summary>The part of a segment's writer that both stores share: numbers, limits, progress, and the one failure.</summary>
/// <remarks>
/// <para>What is on its way is counted in bytes once, here: <see cref="Append"/> adds, and either <see cref="Persisted"/> or the failure
/// takes away. An append and the failure may meet; whoever comes second gives the bytes back.</para>
/// <para><b>Threads.</b> <see cref="Append"/>, <see cref="IsWritable"/> and <see cref="Close"/>: the task's. <see cref="Persisted"/> and
/// <see cref="Fail"/>: the store's, one after the other. <see cref="RoomReturned"/>: any.</para>
/// </remarks>
internal abstract class SegmentWriter : ISegmentWriter, IBudgetWaiter
{
    /// <summary>How many chunks of a writer may be on their way.</summary>
    public const int MaxOutstanding = 8;

    private const int NotWaiting = 0;
    private const int Waiting = 1;
    private const int Woken = 2;

    private readonly NodeBudget _budget;
    private readonly Action<SegmentProgress> _persisted;
    private long _persistedChunks;
    private long _outstandingBytes;
    private int _turn;
    private int _failed;
    private bool _closed;

    /// <summary>A writer of a new segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="budget">What all writers of the node share.</param>
    /// <param name="persisted">Told of progress and of the failure.</param>
    protected SegmentWriter(SegmentId segment, NodeBudget budget, Action<SegmentProgress> persisted)
    {
        SegmentNames.Check(segment);
        Segment = segment;
        _budget = budget;
        _persisted = persisted;
    }

    /// <inheritdoc/>
    public SegmentId Segment { get; }

    /// <inheritdoc/>
    public long Appended { get; private set; }

    /// <summary>The number of the last chunk that is durable.</summary>
    public long PersistedChunks => Volatile.Read(ref _persistedChunks);

    /// <summary>Whether the segment has failed.</summary>
    public bool HasFailed => Volatile.Read(ref _failed) != 0;

    /// <inheritdoc/>
    public bool IsWritable
    {
        get
        {
            if (_closed || HasFailed || Appended - PersistedChunks >= MaxOutstanding)
                return false;
            if (Volatile.Read(ref _turn) == Woken || _budget.HasRoom)
                return true;
            if (Interlocked.CompareExchange(ref _turn, Waiting, NotWaiting) == NotWaiting)
                _budget.Wait(this);
            return Volatile.Read(ref _turn) == Woken;
        }
    }

    /// <inheritdoc/>
    public long Append(ReadOnlySpan<byte> chunk)
    {
        if (_closed)
            throw StorageErrors.Closed(Segment);

        var frame = Copy(chunk);   // before anything is counted: a large one may find no memory
        var number = ++Appended;
        Interlocked.CompareExchange(ref _turn, NotWaiting, Woken);
        _budget.Take(chunk.Length);
        Interlocked.Add(ref _outstandingBytes, chunk.Length);
        if (HasFailed)
        {
            ReturnOutstanding();
            ChunkPool.Return(frame);
        }
        else
        {
            Send(number, frame, chunk.Length);
        }

        return number;
    }

    /// <inheritdoc/>
    public void Close()
    {
        if (_closed)
            return;

        _closed = true;
        SendClose();
    }

    /// <inheritdoc/>
    public void RoomReturned()
    {
        Volatile.Write(ref _turn, Woken);
        if (!HasFailed)
            _persisted(new SegmentProgress(Segment, PersistedChunks, null));
    }

    /// <summary>A chunk is durable, and so are all before it.</summary>
    /// <param name="number">The chunk.</param>
    /// <param name="bytes">Its size, and that of those before it that were not reported one by one.</param>
    public void Persisted(long number, long bytes)
    {
        Volatile.Write(ref _persistedChunks, number);
        Interlocked.Add(ref _outstandingBytes, -bytes);
        _budget.Return(bytes);
        _persisted(new SegmentProgress(Segment, number, null));
    }

    /// <summary>Nothing more becomes durable. The first call counts.</summary>
    /// <param name="failure">Why.</param>
    public void Fail(Exception failure)
    {
        if (Interlocked.Exchange(ref _failed, 1) != 0)
            return;

        ReturnOutstanding();
        _persisted(new SegmentProgress(Segment, PersistedChunks, failure));
    }

    /// <summary>Hands a chunk to the store.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="frame">An array of <see cref="ChunkPool"/> with the chunk behind room for <see cref="ChunkFrame"/>. Who has written it
    /// gives it back; one that is never written may be left to the collector.</param>
    /// <param name="length">The length of the chunk.</param>
    protected abstract void Send(long number, byte[] frame, int length);

    /// <summary>Tells the store that nothing more will come.</summary>
    protected abstract void SendClose();

    // Not new memory: on the task's thread, large objects cost a record milliseconds.
    private static byte[] Copy(ReadOnlySpan<byte> chunk)
    {
        var frame = ChunkPool.Rent(ChunkFrame.HeaderBytes + chunk.Length);
        chunk.CopyTo(frame.AsSpan(ChunkFrame.HeaderBytes));
        return frame;
    }

    private void ReturnOutstanding() => _budget.Return(Interlocked.Exchange(ref _outstandingBytes, 0));
}
