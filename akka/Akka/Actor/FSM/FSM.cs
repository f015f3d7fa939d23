namespace Akka.Actor;

/// <summary>An actor that is always in one of a few states, with data that belong to the state, and with timers by name.</summary>
/// <remarks>Only the toolkit's own machines can be written with it: the language to describe one is not part of this slice.</remarks>
public abstract class FSM<TState, TData> : FSMBase
{
    private readonly Dictionary<string, Timer> _timers = [];

    protected FSM()
    {
    }

    public TState StateName { get; private set; }

    public TData StateData { get; private set; }

    public void SetTimer(string name, object msg, TimeSpan timeout, bool repeat = false)
    {
        CancelTimer(name);
        var timer = new Timer(name, msg, repeat, new Cancelable(Context.System.Scheduler));
        _timers.Add(name, timer);
        if (repeat)
            Context.System.Scheduler.ScheduleTellRepeatedly(timeout, timeout, Self, timer, Self, timer.Cancelable);
        else
            Context.System.Scheduler.ScheduleTellOnce(timeout, Self, timer, Self, timer.Cancelable);
    }

    public void CancelTimer(string name)
    {
        if (_timers.Remove(name, out var timer))
            timer.Cancelable.Cancel();
    }

    public bool IsTimerActive(string name) => _timers.ContainsKey(name);

    internal abstract bool React(object message);

    internal void MoveTo(TState stateName, TData stateData)
    {
        StateName = stateName;
        StateData = stateData;
    }

    internal void StayWith(TData stateData) => StateData = stateData;

    protected override bool Receive(object message)
    {
        if (message is not Timer timer)
            return React(message);

        // One that was cancelled or replaced may be in the mailbox already.
        if (!_timers.TryGetValue(timer.Name, out var current) || !ReferenceEquals(current, timer))
            return true;

        if (!timer.Repeats)
            _timers.Remove(timer.Name);
        return React(timer.Message);
    }

    protected override void PostStop()
    {
        foreach (var timer in _timers.Values)
            timer.Cancelable.Cancel();
        base.PostStop();
    }

    private sealed record Timer(string Name, object Message, bool Repeats, ICancelable Cancelable) : INoSerializationVerificationNeeded;
}
