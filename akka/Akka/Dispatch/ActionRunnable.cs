namespace Akka.Dispatch;

/// <summary>Work that is an action.</summary>
public sealed class ActionRunnable : IRunnable
{
    private readonly Action _action;

    public ActionRunnable(Action action) => _action = action;

    public void Run() => _action();

    public void Execute() => _action();
}
