namespace Akka.Dispatch.SysMsg;

using Akka.Actor;

/// <summary>A step of an asynchronous handler to run in its actor, or the failure that ended the handler.</summary>
internal sealed class ActorTaskSchedulerMessage : SystemMessage
{
    private readonly ActorTaskScheduler _scheduler;
    private readonly Task _task;

    public ActorTaskSchedulerMessage(ActorTaskScheduler scheduler, Task task, object message)
    {
        _scheduler = scheduler;
        _task = task;
        Message = message;
    }

    public ActorTaskSchedulerMessage(Exception exception, object message)
    {
        Exception = exception;
        Message = message;
    }

    public Exception Exception { get; }

    /// <summary>The message that the handler works on.</summary>
    public object Message { get; }

    public void ExecuteTask() => _scheduler.ExecuteTask(_task);

    public override string ToString() => Exception is null ? "<ActorTask>" : "<ActorTask>: " + Exception;
}
