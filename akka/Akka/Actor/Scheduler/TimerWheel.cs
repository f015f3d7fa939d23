namespace Akka.Actor.Scheduler;

using System.Collections.Concurrent;
using Akka.Configuration;
using Akka.Event;
using Akka.Util;

/// <summary>The wheel behind <see cref="HashedWheelTimerScheduler"/>: buckets, the queue of new timers, and the thread.</summary>
internal sealed class TimerWheel
{
    private readonly WheelTimer[] _buckets;
    private readonly int _mask;
    private readonly long _tickDuration;
    private readonly ILoggingAdapter _log;
    private readonly ConcurrentQueue<WheelTimer> _added = new();
    private readonly AutoResetEvent _wakeUp = new(false);
    private readonly Thread _thread;
    private readonly TimeSpan _start = MonotonicClock.Elapsed;

    private long _tick;
    private int _scheduled;
    private bool _started;
    private int _sleepsUntilWoken;
    private volatile bool _stopped;

    public TimerWheel(TimeSpan tickDuration, int ticksPerWheel, ILoggingAdapter log)
    {
        if (tickDuration <= TimeSpan.Zero)
            throw new ConfigurationException($"'akka.scheduler.tick-duration' is {tickDuration}. Set it above zero.");
        if (ticksPerWheel is < 1 or > 1 << 30)
            throw new ConfigurationException($"'akka.scheduler.ticks-per-wheel' is {ticksPerWheel}. Set it from 1 to 2^30.");

        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)ticksPerWheel);
        _buckets = new WheelTimer[size];
        _mask = size - 1;
        _tickDuration = tickDuration.Ticks;
        _log = log;
        _thread = new Thread(Turn) { IsBackground = true, Name = "akka-scheduler" };
    }

    private long Now => (MonotonicClock.Elapsed - _start).Ticks;

    /// <summary>Any thread may add.</summary>
    public void Add(WheelTimer timer, TimeSpan delay, TimeSpan interval)
    {
        if (timer.IsCancelled)
            return;
        if (_stopped)
        {
            throw new SchedulerException(
                $"Cannot schedule {timer} after the scheduler was shut down. Check whether the actor system still runs.");
        }

        timer.Deadline = SaturatingAdd(Now, delay.Ticks);
        timer.Interval = interval.Ticks;
        _added.Enqueue(timer);

        if (!Volatile.Read(ref _started))
            StartThread();

        Interlocked.MemoryBarrier();
        if (_sleepsUntilWoken != 0 && Interlocked.Exchange(ref _sleepsUntilWoken, 0) != 0)
            _wakeUp.Set();
    }

    /// <summary>Stops the thread and counts the timers that have not run; false when the thread did not end in time.</summary>
    public bool Stop(TimeSpan timeout, out int unprocessed)
    {
        unprocessed = 0;
        if (_stopped)
            return true;

        _stopped = true;
        _wakeUp.Set();
        if (WasStarted() && Thread.CurrentThread != _thread && !_thread.Join(timeout))
            return false;

        unprocessed = _scheduled + _added.Count;
        return true;
    }

    private void StartThread()
    {
        lock (_thread)
        {
            if (_started)
                return;

            _thread.Start();
            Volatile.Write(ref _started, true);
        }
    }

    /// <summary>False when the thread has never run; it then never will.</summary>
    private bool WasStarted()
    {
        lock (_thread)
        {
            var was = _started;
            _started = true;
            return was;
        }
    }

    private static long SaturatingAdd(long left, long right) => right > long.MaxValue - left ? long.MaxValue : left + right;

    private void Turn()
    {
        while (!_stopped)
        {
            PlaceAdded();
            if (_scheduled == 0)
            {
                SleepUntilWoken();
                continue;
            }

            if (WaitForTick())
            {
                PlaceAdded();
                RunBucket();
            }
        }
    }

    /// <summary>With nothing to do, the wheel jumps to the present when it is woken: all its buckets are empty.</summary>
    private void SleepUntilWoken()
    {
        Interlocked.Exchange(ref _sleepsUntilWoken, 1);
        if (_added.IsEmpty && !_stopped)
            _wakeUp.WaitOne();

        Interlocked.Exchange(ref _sleepsUntilWoken, 0);
        _tick = Math.Max(_tick, Now / _tickDuration);
    }

    private bool WaitForTick()
    {
        var due = _tick * _tickDuration;
        while (!_stopped)
        {
            var missing = due - Now;
            if (missing <= 0)
                return true;

            var missingMs = (int)Math.Min((missing + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond, 1000);
            _wakeUp.WaitOne(missingMs);
        }

        return false;
    }

    private void PlaceAdded()
    {
        while (_added.TryDequeue(out var timer))
        {
            if (!timer.IsCancelled)
                Place(timer);
        }
    }

    private void Place(WheelTimer timer)
    {
        var firstTickAfterDeadline = (timer.Deadline / _tickDuration) + (timer.Deadline % _tickDuration == 0 ? 0 : 1);
        timer.DueTick = Math.Max(firstTickAfterDeadline, _tick);
        ref var bucket = ref _buckets[timer.DueTick & _mask];
        timer.Next = bucket;
        bucket = timer;
        _scheduled++;
    }

    private void RunBucket()
    {
        var tick = _tick++;
        ref var bucket = ref _buckets[tick & _mask];
        var timer = InOrderOfArrival(bucket);
        bucket = null;

        while (timer is not null)
        {
            var next = timer.Next;
            timer.Next = null;
            _scheduled--;
            if (!timer.IsCancelled)
                RunOrKeep(timer, tick);
            timer = next;
        }
    }

    private static WheelTimer InOrderOfArrival(WheelTimer newestFirst)
    {
        WheelTimer oldestFirst = null;
        while (newestFirst is not null)
        {
            var next = newestFirst.Next;
            newestFirst.Next = oldestFirst;
            oldestFirst = newestFirst;
            newestFirst = next;
        }

        return oldestFirst;
    }

    private void RunOrKeep(WheelTimer timer, long tick)
    {
        if (timer.DueTick <= tick)
        {
            Run(timer);
            if (timer.Interval == 0 || timer.IsCancelled)
                return;

            timer.Deadline = NextDeadline(timer);
        }

        Place(timer);
    }

    /// <summary>The deadlines of a repeated timer keep their distance from the first; those that a stall swallowed are skipped.</summary>
    private long NextDeadline(WheelTimer timer)
    {
        var next = SaturatingAdd(timer.Deadline, timer.Interval);
        var behind = Now - next;
        return behind <= timer.Interval ? next : next + (behind / timer.Interval * timer.Interval);
    }

    private void Run(WheelTimer timer)
    {
        try
        {
            timer.Run();
        }
        catch (Exception cause)
        {
            _log.Error(cause, "The scheduled {0} failed.", timer);
        }
    }
}
