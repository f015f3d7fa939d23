namespace Akka.Actor;

/// <content>The receive timeout.</content>
public partial class ActorCell
{
    private object _receiveTimeoutDuration;
    private ICancelable _pendingReceiveTimeout;

    public TimeSpan? ReceiveTimeout => (TimeSpan?)_receiveTimeoutDuration;

    public void SetReceiveTimeout(TimeSpan? timeout = null)
    {
        if (timeout is { } value && value <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeout), value, "The receive timeout must be longer than zero; null turns it off.");
        }

        _receiveTimeoutDuration = timeout;
    }

    void IActorContext.SetReceiveTimeout(TimeSpan? timeout) => SetReceiveTimeout(timeout);

    /// <summary>Starts the wait when there is a timeout and nothing waits in the mailbox.</summary>
    /// <param name="reschedule">Whether a wait that has begun is to begin anew.</param>
    public void CheckReceiveTimeout(bool reschedule = true)
    {
        if (_receiveTimeoutDuration is not TimeSpan duration)
        {
            CancelReceiveTimeout();
            return;
        }

        if (_pendingReceiveTimeout is not null && !reschedule)
            return;

        CancelReceiveTimeout();
        if (_mailbox.HasMessages)
            return;

        _pendingReceiveTimeout = _systemImpl.Scheduler.ScheduleTellOnceCancelable(
            duration, _self, Akka.Actor.ReceiveTimeout.Instance, _self);
    }

    private void CancelReceiveTimeout()
    {
        if (_pendingReceiveTimeout is null)
            return;

        _pendingReceiveTimeout.Cancel();
        _pendingReceiveTimeout = null;
    }
}
