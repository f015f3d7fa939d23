namespace Akka.Flink.Jobs.Loops;

using System.Runtime.InteropServices;

/// <summary><c>session</c>: sessions with a gap of 500 ms. A key has one open session, seldom two; its end is looked at when it was once
/// due, and moved if the session has grown.</summary>
internal sealed class SessionLoop
{
    private const long GapMs = 500;
    private const int Ring = 1024;   // more milliseconds than the gap and the watermark's lag together

    private readonly Dictionary<long, Session> _sessions = [];
    private readonly Dictionary<long, Session> _second = [];
    private readonly List<long>[] _due = new List<long>[Ring];
    private long _watermark = long.MinValue;
    private ulong _checksum;
    private long _results;

    public Outcome Run(long events, long keys)
    {
        for (var i = 0; i < Ring; i++)
            _due[i] = [];
        var generator = new Generator(keys);
        var maxTimestamp = long.MinValue;
        for (long i = 0; i < events; i++)
        {
            var e = generator.At(i);
            Add(e);
            if (e.TimestampMs <= maxTimestamp)
                continue;

            maxTimestamp = e.TimestampMs;
            Advance(maxTimestamp - Generator.WatermarkLagMs);
        }

        Advance(maxTimestamp + GapMs);
        return new Outcome(_checksum, _results);
    }

    private void Add(Event e)
    {
        ref var session = ref CollectionsMarshal.GetValueRefOrAddDefault(_sessions, e.Key, out var exists);
        if (!exists)
        {
            session = new Session(e);
            SetDue(e.Key, session.Last);
            return;
        }

        if (session.Touches(e.TimestampMs))
            session.Add(e);
        else
            AddToSecond(e, ref session);
        if (_second.Count > 0)
            MergeWithSecond(e.Key, ref session);
    }

    private void AddToSecond(Event e, ref Session first)
    {
        ref var second = ref CollectionsMarshal.GetValueRefOrAddDefault(_second, e.Key, out var exists);
        if (exists)
        {
            second.Add(e);
            return;
        }

        second = new Session(e);
        SetDue(e.Key, second.Last);
    }

    private void MergeWithSecond(long key, ref Session first)
    {
        if (!_second.TryGetValue(key, out var second) || !first.Touches(second))
            return;

        first.Add(second);
        _second.Remove(key);
    }

    private void Advance(long watermark)
    {
        if (_watermark == long.MinValue)
            _watermark = watermark - 1;
        while (_watermark < watermark)
            FireAt(++_watermark);
    }

    private void FireAt(long time)
    {
        var due = _due[time & (Ring - 1)];
        for (var i = 0; i < due.Count; i++)
            FireIfOver(due[i], time);
        due.Clear();
    }

    private void FireIfOver(long key, long time)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrNullRef(_sessions, key);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref first))
            return;

        if (_second.Count > 0)
            FireSecondIfOver(key, time);
        if (first.Last + GapMs - 1 > time)
        {
            if (first.DueAt <= time)
                first.DueAt = SetDue(key, first.Last);
            return;
        }

        Emit(key, first);
        if (_second.Remove(key, out var second))
            first = second;
        else
            _sessions.Remove(key);
    }

    private void FireSecondIfOver(long key, long time)
    {
        ref var second = ref CollectionsMarshal.GetValueRefOrNullRef(_second, key);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref second))
            return;

        if (second.Last + GapMs - 1 <= time)
        {
            Emit(key, second);
            _second.Remove(key);
        }
        else if (second.DueAt <= time)
        {
            second.DueAt = SetDue(key, second.Last);
        }
    }

    private void Emit(long key, in Session session)
    {
        _checksum += Generator.Row(key, session.Start, session.Count, session.Sum);
        _results++;
    }

    private long SetDue(long key, long last)
    {
        var due = last + GapMs - 1;
        _due[due & (Ring - 1)].Add(key);
        return due;
    }

    private struct Session(Event e)
    {
        public long Start = e.TimestampMs;
        public long Last = e.TimestampMs;
        public long Count = 1;
        public long Sum = e.Value;
        public long DueAt = e.TimestampMs + GapMs - 1;

        public readonly bool Touches(long timestamp) => timestamp <= Last + GapMs && timestamp + GapMs >= Start;

        public readonly bool Touches(in Session other) => other.Start <= Last + GapMs && other.Last + GapMs >= Start;

        public void Add(Event e)
        {
            Start = Math.Min(Start, e.TimestampMs);
            Last = Math.Max(Last, e.TimestampMs);
            Count++;
            Sum += e.Value;
        }

        public void Add(in Session other)
        {
            Start = Math.Min(Start, other.Start);
            Last = Math.Max(Last, other.Last);
            Count += other.Count;
            Sum += other.Sum;
        }
    }
}
