namespace Akka.Dispatch;

/// <summary>Work that is an action on an object.</summary>
public sealed class ActionWithStateRunnable : IRunnable
{
    private readonly Action<object> _actionWithState;
    private readonly object _state;

    public ActionWithStateRunnable(Action<object> actionWithState, object state)
    {
        _actionWithState = actionWithState;
        _state = state;
    }

    public void Run() => _actionWithState(_state);

    public void Execute() => Run();
}
