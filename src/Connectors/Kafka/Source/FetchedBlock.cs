namespace Akka.Flink.Connectors.Kafka;

/// <summary>Values of messages as they came from the brokers, one behind the other, on their way from the fetching thread to the
/// task.</summary>
/// <remarks>Owned by the thread that has it; two of them go to and fro.</remarks>
internal sealed class FetchedBlock
{
    /// <summary>How many records make a block full.</summary>
    public const int Records = 4096;

    /// <summary>How many bytes make a block full. A single value may be larger.</summary>
    public const int Bytes = 1 << 20;

    private readonly List<FetchedRun> _runs = [];
    private readonly int[] _ends = new int[Records];
    private readonly long[] _offsets = new long[Records];
    private readonly long[] _timestamps = new long[Records];
    private readonly bool[] _isNull = new bool[Records];
    private byte[] _bytes = new byte[Bytes + (Bytes / 4)];
    private int _length;       // bytes, those of a record that is not counted yet included

    public int Count { get; private set; }

    public IReadOnlyList<FetchedRun> Runs => _runs;

    public bool IsEmpty => _runs.Count == 0;

    public bool IsFull => Count == Records || _length >= Bytes;

    /// <summary>Takes the value of the next record, before it is known whose it is.</summary>
    /// <param name="value">The value.</param>
    public void Append(ReadOnlySpan<byte> value)
    {
        _length = Count == 0 ? 0 : _ends[Count - 1];   // one that was never counted is written over
        if (_bytes.Length - _length < value.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, checked(_length + value.Length)));
        value.CopyTo(_bytes.AsSpan(_length));
        _length += value.Length;
    }

    /// <summary>Counts the record whose value was taken last.</summary>
    /// <param name="partition">Its partition.</param>
    /// <param name="offset">Its offset.</param>
    /// <param name="timestampMs">Its timestamp.</param>
    /// <param name="isNull">Whether it has no value.</param>
    public void Add(AssignedPartition partition, long offset, long timestampMs, bool isNull)
    {
        _ends[Count] = _length;
        _offsets[Count] = offset;
        _timestamps[Count] = timestampMs;
        _isNull[Count] = isNull;
        var last = _runs.Count - 1;
        if (last >= 0 && ReferenceEquals(_runs[last].Partition, partition))
            _runs[last] = _runs[last] with { To = Count + 1 };
        else
            _runs.Add(new FetchedRun(partition, Count, Count + 1, IsEnd: false));
        Count++;
    }

    /// <summary>Says that a partition has no more.</summary>
    /// <param name="partition">The partition.</param>
    public void AddEnd(AssignedPartition partition) => _runs.Add(new FetchedRun(partition, Count, Count, IsEnd: true));

    public ReadOnlySpan<byte> ValueAt(int index)
    {
        var from = index == 0 ? 0 : _ends[index - 1];
        return _bytes.AsSpan(from, _ends[index] - from);
    }

    public long OffsetAt(int index) => _offsets[index];

    public long TimestampAt(int index) => _timestamps[index];

    public bool IsNullAt(int index) => _isNull[index];

    /// <summary>Forgets all, and a buffer that a single large value has made.</summary>
    public void Clear()
    {
        _runs.Clear();
        Count = 0;
        _length = 0;
        if (_bytes.Length > Bytes * 4)
            _bytes = new byte[Bytes + (Bytes / 4)];
    }
}
