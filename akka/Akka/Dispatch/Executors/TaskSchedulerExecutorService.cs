namespace Akka.Dispatch;

/// <summary>Runs work as tasks of a scheduler.</summary>
internal sealed class TaskSchedulerExecutorService : ExecutorService
{
    private static readonly Action<object> RunState = static state => ((IRunnable)state).Run();

    private readonly TaskScheduler _scheduler;

    public TaskSchedulerExecutorService(string id, TaskScheduler scheduler)
        : base(id) => _scheduler = scheduler;

    public override void Execute(IRunnable run) =>
        new Task(RunState, run, CancellationToken.None, TaskCreationOptions.DenyChildAttach).Start(_scheduler);

    public override void Shutdown()
    {
    }
}
