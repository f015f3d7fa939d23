namespace Akka.Flink.Jobs.Loops;

using System.Runtime.InteropServices;

/// <summary><c>timers</c>: a key that was silent for a second is emitted and forgotten; a list of keys for each full second that timers are
/// set for.</summary>
internal sealed class TimersLoop
{
    private const long SecondMs = 1000;

    private readonly Dictionary<long, KeyState> _states = [];
    private readonly Dictionary<long, List<long>> _timers = [];
    private long _nextTimer = long.MaxValue;
    private long _lastTimer;
    private List<long> _lastList = [];
    private ulong _checksum;
    private long _results;
    private long _counted;

    public Outcome Run(long events, long keys, ChecksumKind kind)
    {
        var generator = new Generator(keys);
        var maxTimestamp = long.MinValue;
        for (long i = 0; i < events; i++)
        {
            var e = generator.At(i);
            ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(_states, e.Key, out _);
            state.Count++;
            state.LastTs = e.TimestampMs;
            var timer = ((e.TimestampMs / SecondMs) + 2) * SecondMs;
            if (timer != state.Timer)
            {
                state.Timer = timer;   // set again now and then around a full second: firing twice finds nothing the second time
                ListOf(timer).Add(e.Key);
            }

            if (e.TimestampMs <= maxTimestamp)
                continue;

            maxTimestamp = e.TimestampMs;
            while (_nextTimer <= maxTimestamp - Generator.WatermarkLagMs)
                Fire();
        }

        while (_timers.Count > 0)
            Fire();
        return kind == ChecksumKind.Counts ? new Outcome((ulong)_counted, _counted) : new Outcome(_checksum, _results);
    }

    private List<long> ListOf(long timer)
    {
        if (timer == _lastTimer)
            return _lastList;

        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_timers, timer, out _);
        list ??= [];
        _nextTimer = Math.Min(_nextTimer, timer);
        _lastTimer = timer;
        return _lastList = list;
    }

    private void Fire()
    {
        var timer = _nextTimer;
        _timers.Remove(timer, out var keys);
        foreach (var key in keys!)
            FireKey(key, timer);
        if (_lastTimer == timer)
            _lastTimer = 0;
        _nextTimer = _timers.Count == 0 ? long.MaxValue : _timers.Keys.Min();
    }

    private void FireKey(long key, long timer)
    {
        ref var state = ref CollectionsMarshal.GetValueRefOrNullRef(_states, key);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref state) || timer < state.LastTs + SecondMs)
            return;

        _checksum += Generator.Row(key, state.Count, state.LastTs, timer);
        _results++;
        _counted += state.Count;
        _states.Remove(key);
    }

    private struct KeyState
    {
        public long Count;
        public long LastTs;
        public long Timer;
    }
}
