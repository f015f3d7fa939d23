namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <summary>Runs the mailboxes of the actors that are attached to it.</summary>
public abstract class MessageDispatcher
{
    public const int DefaultThroughput = 100;

    private readonly MessageDispatcherConfigurator _configurator;
    private long _inhabitants;
    private int _shutdownScheduled;

    protected MessageDispatcher(MessageDispatcherConfigurator configurator)
    {
        _configurator = configurator;
        Throughput = DefaultThroughput;
    }

    public MessageDispatcherConfigurator Configurator => _configurator;

    public EventStream EventStream => _configurator.Prerequisites.EventStream;

    public Mailboxes Mailboxes => _configurator.Prerequisites.Mailboxes;

    public string Id { get; protected set; }

    /// <summary>How many messages of one actor are processed before another gets its turn.</summary>
    public int Throughput { get; set; }

    /// <summary>For how many ticks of a <see cref="TimeSpan"/> one actor is processed before another gets its turn; no limit when not
    /// positive.</summary>
    public long? ThroughputDeadlineTime { get; set; }

    public TimeSpan ShutdownTimeout { get; protected set; }

    protected long Inhabitants => Volatile.Read(ref _inhabitants);

    /// <summary>Whether there is something to release when no actor is left.</summary>
    private protected virtual bool NeedsShutdown => true;

    public void Schedule(Action run) => Schedule(new ActionRunnable(run));

    public void Schedule(IRunnable run) => ExecuteTask(run);

    public virtual void Attach(ActorCell cell)
    {
        Interlocked.Increment(ref _inhabitants);
        RegisterForExecution(cell.Mailbox, false, true);
    }

    public virtual void Detach(ActorCell cell)
    {
        var mailbox = cell.SwapMailbox(Mailboxes.DeadLetterMailbox);
        mailbox.BecomeClosed();
        mailbox.CleanUp();
        if (Interlocked.Decrement(ref _inhabitants) == 0 && NeedsShutdown)
            ScheduleShutdown();
    }

    public virtual void Dispatch(ActorCell cell, Envelope envelope)
    {
        var mailbox = cell.Mailbox;
        mailbox.Enqueue(cell.Self, envelope);
        if (mailbox.TryScheduleAfterEnqueue())
            Execute(mailbox);
    }

    public virtual void SystemDispatch(ActorCell cell, SystemMessage message)
    {
        var mailbox = cell.Mailbox;
        mailbox.SystemEnqueue(cell.Self, message);
        RegisterForExecution(mailbox, false, true);
    }

    internal Mailbox CreateMailbox(ActorCell cell, MailboxType mailboxType) =>
        new(mailboxType.Create(cell.Self, cell.System)) { Dispatcher = this };

    internal void Suspend(ActorCell cell)
    {
        var mailbox = cell.Mailbox;
        if (mailbox.Actor == cell)
            mailbox.Suspend();
    }

    internal void Resume(ActorCell cell)
    {
        var mailbox = cell.Mailbox;
        if (mailbox.Actor == cell && mailbox.Resume())
            RegisterForExecution(mailbox, false, false);
    }

    internal void RegisterForExecution(Mailbox mailbox, bool hasMessageHint, bool hasSystemMessageHint)
    {
        if (mailbox.CanBeScheduledForExecution(hasMessageHint, hasSystemMessageHint) && mailbox.TrySetAsScheduled())
            Execute(mailbox);
    }

    /// <summary>Hands a scheduled mailbox to the executor.</summary>
    internal void Execute(Mailbox mailbox)
    {
        try
        {
            ExecuteTask(mailbox);
        }
        catch (RejectedExecutionException cause)
        {
            mailbox.SetAsIdle();
            ReportFailure(cause);
        }
    }

    /// <summary>Releases what the dispatcher holds, as the system ends.</summary>
    internal void ShutdownNow() => Shutdown();

    protected abstract void ExecuteTask(IRunnable run);

    protected abstract void Shutdown();

    protected void ReportFailure(Exception ex) => EventStream.Publish(new Error(ex, GetType().FullName, GetType(), ex.Message));

    private void ScheduleShutdown()
    {
        if (Interlocked.Exchange(ref _shutdownScheduled, 1) != 0)
            return;

        try
        {
            _configurator.Prerequisites.Scheduler.Advanced.ScheduleOnce(ShutdownTimeout, ShutdownIfUnused);
        }
        catch (Exception)
        {
            // The scheduler has ended: so does the system.
            ShutdownIfUnused();
        }
    }

    private void ShutdownIfUnused()
    {
        Volatile.Write(ref _shutdownScheduled, 0);
        if (Inhabitants == 0)
            Shutdown();
    }
}
