namespace Akka.Dispatch;

/// <content>Suspending: by supervision, and while the actor awaits a task.</content>
public partial class Mailbox
{
    // Changed only by the thread that runs the actor.
    private int _taskWaits;

    /// <summary>How often the supervision has suspended this mailbox without resuming it.</summary>
    internal int SuspendCount => (Volatile.Read(ref _status) / SuspendUnit) - _taskWaits;

    internal bool IsSuspendedBySupervision => SuspendCount > 0;

    internal void Suspend()
    {
        if (!IsClosed)
            Interlocked.Add(ref _status, SuspendUnit);
    }

    /// <summary>Takes one suspension by the supervision back, if there is one; true when none is left.</summary>
    /// <remarks>A supervisor that is resumed also resumes children that it has created since, and so never suspended.</remarks>
    internal bool Resume() => IsSuspendedBySupervision && TakeBack();

    internal void SuspendForTask()
    {
        _taskWaits++;
        Suspend();
    }

    internal bool ResumeAfterTask()
    {
        if (_taskWaits == 0)
            return false;

        _taskWaits--;
        return TakeBack();
    }

    private bool TakeBack()
    {
        while (true)
        {
            var status = Volatile.Read(ref _status);
            if ((status & Closed) != 0)
                return false;

            var next = (status & SuspendMask) == 0 ? status : status - SuspendUnit;
            if (Interlocked.CompareExchange(ref _status, next, status) == status)
                return (next & SuspendMask) == 0;
        }
    }
}
