namespace Akka.Actor.Scheduler;

using Akka.Dispatch;

/// <summary>One order to the scheduler. Owned by the wheel's thread once it was added.</summary>
internal abstract class WheelTimer(ICancelable cancelable)
{
    /// <summary>The next timer of the same bucket.</summary>
    public WheelTimer Next { get; set; }

    /// <summary>When it is due, in ticks of <see cref="TimeSpan"/> since the wheel began.</summary>
    public long Deadline { get; set; }

    /// <summary>The tick of the wheel that runs it.</summary>
    public long DueTick { get; set; }

    /// <summary>The time from one run to the next, zero for a single run.</summary>
    public long Interval { get; set; }

    public bool IsCancelled => cancelable is not null && cancelable.IsCancellationRequested;

    public abstract void Run();
}

/// <summary>Runs an action.</summary>
internal sealed class ActionTimer(Action action, ICancelable cancelable) : WheelTimer(cancelable)
{
    public override void Run() => action();

    public override string ToString() => $"action [{action.Method.DeclaringType}.{action.Method.Name}]";
}

/// <summary>Runs a runnable.</summary>
internal sealed class RunnableTimer(IRunnable runnable, ICancelable cancelable) : WheelTimer(cancelable)
{
    public override void Run() => runnable.Run();

    public override string ToString() => $"runnable [{runnable}]";
}

/// <summary>Sends a message.</summary>
internal sealed class TellTimer(ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) : WheelTimer(cancelable)
{
    public override void Run() => receiver.Tell(message, sender);

    public override string ToString() => $"message [{message}] to [{receiver}]";
}
