namespace Akka.Flink.Connectors.Kafka;

/// <summary>Where the records of a transaction lie.</summary>
/// <remarks><para><b>Threads.</b> The client's adds; it is read and cleared when nothing is on its way.</para></remarks>
internal sealed class WrittenOffsets
{
    private const long None = -1;

    private long[] _first = [];
    private long[] _last = [];
    private long _count;

    /// <summary>How many records there are.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>Adds a record.</summary>
    /// <param name="partition">Its partition.</param>
    /// <param name="offset">Its offset.</param>
    public void Add(int partition, long offset)
    {
        Volatile.Write(ref _count, _count + 1);
        if (partition < 0 || offset < 0)
            return;   // the broker has not said where

        if (partition >= _first.Length)
            Grow(partition + 1);
        if (_first[partition] == None || offset < _first[partition])
            _first[partition] = offset;
        if (offset > _last[partition])
            _last[partition] = offset;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Volatile.Write(ref _count, 0);
        Array.Fill(_first, None);
        Array.Fill(_last, None);
    }

    /// <summary>The ranges, of each partition that has any.</summary>
    public WrittenRange[] ToRanges()
    {
        var ranges = new List<WrittenRange>();
        for (var partition = 0; partition < _first.Length; partition++)
        {
            if (_first[partition] != None)
                ranges.Add(new WrittenRange(partition, _first[partition], _last[partition]));
        }

        return [.. ranges];
    }

    private void Grow(int size)
    {
        var before = _first.Length;
        Array.Resize(ref _first, size);
        Array.Resize(ref _last, size);
        Array.Fill(_first, None, before, size - before);
        Array.Fill(_last, None, before, size - before);
    }
}
