namespace Akka.Actor.Scheduler;

using Akka.Event;

/// <summary>The timers of one incarnation of an actor.</summary>
/// <remarks>
/// What travels through the mailbox is a <see cref="ITimerMsg"/> with the key and the generation of the timer. When it arrives, the
/// cell asks <see cref="InterceptTimerMsg"/>: a message of a timer that was cancelled, replaced or started by an earlier incarnation
/// is discarded even if it was in the mailbox already.
/// </remarks>
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    private readonly bool _logDebug = cell.System.Settings.DebugTimerScheduler;
    private readonly Dictionary<object, Timer> _timers = [];
    private int _generation;

    /// <summary>A timer's message on its way through the mailbox.</summary>
    internal interface ITimerMsg : IWrappedMessage, INoSerializationVerificationNeeded
    {
        object Key { get; }

        int Generation { get; }

        TimerScheduler Owner { get; }
    }

    public IReadOnlyCollection<object> ActiveTimers => _timers.Keys;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) =>
        Start(key, msg, interval, interval, true, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) =>
        Start(key, msg, interval, interval, true, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        Start(key, msg, initialDelay, interval, true, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender) =>
        Start(key, msg, initialDelay, interval, true, sender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) =>
        Start(key, msg, timeout, TimeSpan.Zero, false, ActorRefs.NoSender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender) =>
        Start(key, msg, timeout, TimeSpan.Zero, false, sender);

    public bool IsTimerActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (!_timers.Remove(key, out var timer))
            return;

        if (_logDebug)
            cell.System.Log.Debug("Cancel timer [{0}] with generation [{1}]", key, timer.Generation);
        timer.Task.Cancel();
    }

    public void CancelAll()
    {
        if (_logDebug && _timers.Count > 0)
            cell.System.Log.Debug("Cancel all timers");
        foreach (var timer in _timers.Values)
            timer.Task.Cancel();

        _timers.Clear();
    }

    /// <summary>The message to handle, or null when the timer is no longer the one that sent it.</summary>
    internal object InterceptTimerMsg(ILoggingAdapter log, ITimerMsg msg)
    {
        if (!ReferenceEquals(msg.Owner, this) || !_timers.TryGetValue(msg.Key, out var timer) || timer.Generation != msg.Generation)
        {
            if (_logDebug)
                log.Debug("Discarding the message of timer [{0}], generation [{1}]: it was cancelled or replaced", msg.Key, msg.Generation);
            return null;
        }

        if (!timer.IsPeriodic)
            _timers.Remove(msg.Key);

        return timer.Message;
    }

    private void Start(object key, object msg, TimeSpan initialDelay, TimeSpan interval, bool isPeriodic, IActorRef sender)
    {
        Cancel(key);

        var generation = ++_generation;
        var envelope = Wrap(key, msg, generation);
        var scheduler = cell.System.Scheduler;
        var task = isPeriodic
            ? scheduler.ScheduleTellRepeatedlyCancelable(initialDelay, interval, cell.Self, envelope, sender)
            : scheduler.ScheduleTellOnceCancelable(initialDelay, cell.Self, envelope, sender);

        _timers.Add(key, new Timer(msg, isPeriodic, generation, task));
        if (_logDebug)
            cell.System.Log.Debug("Start timer [{0}] with generation [{1}]", key, generation);
    }

    private ITimerMsg Wrap(object key, object message, int generation) => message is INotInfluenceReceiveTimeout
        ? new SilentTimerMsg(key, generation, this, message)
        : new TimerMsg(key, generation, this, message);

    private sealed record Timer(object Message, bool IsPeriodic, int Generation, ICancelable Task);

    private sealed class TimerMsg(object key, int generation, TimerScheduler owner, object message) : ITimerMsg
    {
        public object Key => key;

        public int Generation => generation;

        public TimerScheduler Owner => owner;

        public object Message => message;

        public override string ToString() => $"TimerMsg(key={key}, generation={generation}, message={message})";
    }

    private sealed class SilentTimerMsg(object key, int generation, TimerScheduler owner, object message)
        : ITimerMsg, INotInfluenceReceiveTimeout
    {
        public object Key => key;

        public int Generation => generation;

        public TimerScheduler Owner => owner;

        public object Message => message;

        public override string ToString() => $"TimerMsg(key={key}, generation={generation}, message={message})";
    }
}
