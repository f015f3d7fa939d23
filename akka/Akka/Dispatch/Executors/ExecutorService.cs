namespace Akka.Dispatch;

/// <summary>Runs work on threads.</summary>
public abstract class ExecutorService
{
    protected ExecutorService(string id) => Id = id;

    public string Id { get; }

    public abstract void Execute(IRunnable run);

    public abstract void Shutdown();
}
