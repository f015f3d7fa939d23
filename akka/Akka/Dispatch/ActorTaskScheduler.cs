namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Dispatch.SysMsg;

/// <summary>Runs the steps of an actor's asynchronous handlers in the actor, between its messages.</summary>
/// <remarks>
/// A handler's mailbox is suspended for user messages until its task is done. Each step between two awaits comes as a system message, so
/// it has the actor's context and never runs beside another of its handlers. A failure goes to the supervisor as if the handler had
/// thrown it.
/// </remarks>
public class ActorTaskScheduler : TaskScheduler
{
    private readonly ActorCell _actorCell;
    private int _running;

    internal ActorTaskScheduler(ActorCell actorCell) => _actorCell = actorCell;

    /// <summary>The message that the current asynchronous handler works on.</summary>
    public object CurrentMessage { get; private set; }

    public override int MaximumConcurrencyLevel => 1;

    public static void RunTask(Action action) =>
        RunTask(() =>
        {
            action();
            return Task.CompletedTask;
        });

    public static void RunTask(Func<Task> asyncAction)
    {
        var cell = ActorCell.Current ?? throw new InvalidOperationException("RunTask must be called from an actor context.");
        cell.Mailbox.SuspendForTask();
        var scheduler = cell.TaskScheduler;
        scheduler.CurrentMessage = cell.CurrentMessage;
        scheduler._running++;

        Task.Factory.StartNew(asyncAction, CancellationToken.None, TaskCreationOptions.None, scheduler)
            .Unwrap()
            .ContinueWith(
                static (task, state) => ((ActorTaskScheduler)state).Completed(task),
                scheduler,
                CancellationToken.None,
                TaskContinuationOptions.None,
                scheduler);
    }

    internal void ExecuteTask(Task task)
    {
        OnBeforeTaskStarted();
        TryExecuteTask(task);
        OnAfterTaskCompleted();
    }

    protected override IEnumerable<Task> GetScheduledTasks() => null;

    protected override void QueueTask(Task task)
    {
        if ((task.CreationOptions & TaskCreationOptions.LongRunning) != 0)
        {
            // Asked for explicitly: a thread of its own, outside the actor.
            new Thread(state => ExecuteTask((Task)state)) { IsBackground = true }.Start(task);
            return;
        }

        _actorCell.SendSystemMessage(new ActorTaskSchedulerMessage(this, task, CurrentMessage));
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued)
    {
        if (taskWasPreviouslyQueued || Current != this || ActorCell.Current != _actorCell)
            return false;

        return TryExecuteTask(task);
    }

    protected virtual void OnBeforeTaskStarted()
    {
    }

    protected virtual void OnAfterTaskCompleted()
    {
    }

    private static Exception FailureOf(Task task)
    {
        switch (task.Status)
        {
            case TaskStatus.Faulted:
                return task.Exception!.InnerExceptions.Count == 1 ? task.Exception.InnerException : task.Exception.Flatten();
            case TaskStatus.Canceled:
                return new TaskCanceledException(task);
            default:
                return null;
        }
    }

    // Runs in the actor: it is the last step of the handler.
    private void Completed(Task task)
    {
        var failure = FailureOf(task);
        if (failure is null)
        {
            if (_actorCell.Mailbox.ResumeAfterTask())
                _actorCell.Dispatcher.RegisterForExecution(_actorCell.Mailbox, false, false);
            _actorCell.CheckReceiveTimeout();
        }
        else
        {
            _actorCell.SendSystemMessage(new ActorTaskSchedulerMessage(failure, CurrentMessage));
        }

        // A handler may have started more than one.
        if (--_running == 0)
            CurrentMessage = null;
    }
}
