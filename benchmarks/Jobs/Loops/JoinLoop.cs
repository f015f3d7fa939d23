namespace Akka.Flink.Jobs.Loops;

using System.Runtime.InteropServices;

/// <summary><c>join</c>: A and B of one key within 5 ms of each other. Each key keeps the few records of either side that may still meet
/// one; keys without any leave.</summary>
internal sealed class JoinLoop
{
    private const long BoundMs = 5;
    private const int Ring = 256;   // more milliseconds than disorder, lag and bound together

    private readonly Dictionary<long, KeyBuffers> _buffers = [];
    private readonly List<long>[] _touched = new List<long>[Ring];
    private readonly Stack<KeyBuffers> _spare = [];
    private long _watermark = long.MinValue;
    private ulong _checksum;
    private long _results;

    public Outcome Run(long events, long keys)
    {
        for (var i = 0; i < Ring; i++)
            _touched[i] = [];
        var generator = new Generator(keys);
        var maxTimestamp = long.MinValue;
        for (long i = 0; i < events; i++)
        {
            var e = generator.At(i);
            Add(e, isLeft: (i & 1) == 0);
            if (e.TimestampMs <= maxTimestamp)
                continue;

            maxTimestamp = e.TimestampMs;
            Advance(maxTimestamp - Generator.WatermarkLagMs);
        }

        return new Outcome(_checksum, _results);
    }

    private void Add(Event e, bool isLeft)
    {
        ref var buffers = ref CollectionsMarshal.GetValueRefOrAddDefault(_buffers, e.Key, out var exists);
        if (!exists)
            buffers = _spare.TryPop(out var spare) ? spare : new KeyBuffers();
        var own = isLeft ? buffers!.Left : buffers!.Right;
        var other = isLeft ? buffers.Right : buffers.Left;
        other.DropBefore(_watermark - BoundMs);
        for (var i = 0; i < other.Count; i++)
        {
            ref var candidate = ref other.Records[i];
            if ((ulong)(candidate.TimestampMs - e.TimestampMs + BoundMs) > 2 * BoundMs)
                continue;

            var (a, b) = isLeft ? (e.Value, candidate.Value) : (candidate.Value, e.Value);
            _checksum += Generator.Row(e.Key, a, b, e.TimestampMs ^ candidate.TimestampMs);
            _results++;
        }

        own.Add(e.TimestampMs, e.Value);
        if (e.TimestampMs <= buffers.LastMs)
            return;

        buffers.LastMs = e.TimestampMs;
        if (buffers.IsQueued)
            return;

        buffers.IsQueued = true;
        _touched[e.TimestampMs & (Ring - 1)].Add(e.Key);
    }

    private void Advance(long watermark)
    {
        if (_watermark == long.MinValue)
            _watermark = watermark - 1;
        while (_watermark < watermark)
        {
            var touched = _touched[(++_watermark - BoundMs - 1) & (Ring - 1)];
            for (var i = 0; i < touched.Count; i++)
                Leave(touched[i]);
            touched.Clear();
        }
    }

    private void Leave(long key)
    {
        var buffers = _buffers[key];
        if (buffers.LastMs >= _watermark - BoundMs)
        {
            _touched[buffers.LastMs & (Ring - 1)].Add(key);
            return;
        }

        buffers.Reset();
        _spare.Push(buffers);
        _buffers.Remove(key);
    }

    private sealed class KeyBuffers
    {
        public readonly Side Left = new();
        public readonly Side Right = new();
        public long LastMs = long.MinValue;
        public bool IsQueued;

        public void Reset()
        {
            Left.Count = 0;
            Right.Count = 0;
            LastMs = long.MinValue;
            IsQueued = false;
        }
    }

    private sealed class Side
    {
        public (long TimestampMs, long Value)[] Records = new (long, long)[2];
        public int Count;
        private long _cleanedAt = long.MinValue;

        public void Add(long timestampMs, long value)
        {
            if (Count == Records.Length)
                Array.Resize(ref Records, 2 * Count);
            Records[Count++] = (timestampMs, value);
        }

        // Only when a few milliseconds have passed: dropping costs a pass over the records, keeping one too long only a comparison.
        public void DropBefore(long timestampMs)
        {
            if (timestampMs < _cleanedAt + 8)
                return;

            _cleanedAt = timestampMs;
            var kept = 0;
            for (var i = 0; i < Count; i++)
            {
                if (Records[i].TimestampMs >= timestampMs)
                    Records[kept++] = Records[i];
            }

            Count = kept;
        }
    }
}
