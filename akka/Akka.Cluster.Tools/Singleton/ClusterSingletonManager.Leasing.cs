namespace Akka.Cluster.Tools.Singleton;

using Akka.Actor;
using Akka.Coordination;
using Akka.Event;
using static Akka.Cluster.ClusterEvent;
using static Akka.Cluster.Tools.Singleton.HandOverProtocol;

/// <content>The lease that guards the singleton.</content>
public sealed partial class ClusterSingletonManager
{
    private readonly Lease _lease;

    private Lease MakeLease() => _settings.LeaseSettings is null ? null : LeaseProvider.Get(Context.System).GetLease(
        $"{Context.System.Name}-singleton-{Self.Path.ToStringWithoutAddress()}",
        _settings.LeaseSettings.LeaseImplementation,
        $"{_cluster.SelfAddress.Host}:{_cluster.SelfAddress.Port}");

    private void TryToAcquireLease()
    {
        LogInfo("Trying to acquire lease before starting singleton");
        var self = Self;
        _lease.Acquire(cause => self.Tell(new LeaseLost(cause))).PipeTo(
            self, success: isHeld => new LeaseAnswered(isHeld, null), failure: cause => new LeaseAnswered(false, cause));
        Change(ClusterSingletonState.AcquiringLease, new AcquiringLeaseData(true, null));
    }

    private bool IsHandledWhileAcquiringLease(object message, AcquiringLeaseData data)
    {
        switch (message)
        {
            case LeaseAnswered answer:
                ReceiveLeaseAnswer(answer);
                return true;
            case Terminated terminated when terminated.ActorRef.Equals(data.Singleton):
                LogInfo("Singleton actor [{0}] was terminated, trying to acquire the lease again", data.Singleton.Path);
                TryToAcquireLease();
                return true;
            case LeaseRetry:
                TryToAcquireLease();
                return true;
            case OldestChanged change:
                _isBufferAsked = false;
                ReceiveChangeWhileOldest(change.Oldest, data.Singleton);
                return true;
            case HandOverToMe:
                BeginToHandOver(data.Singleton, Sender);
                return true;
            case TakeOverFromMe:
                Sender.Tell(new HandOverToMe());
                return true;
            case SelfExiting:
                _hasExited = true;
                Sender.Tell(Done.Instance);
                return true;
            case MemberDowned downed when IsSelf(downed.Member):
                BeginToStop(data.Singleton, "Self downed");
                return true;
            default:
                return false;
        }
    }

    private void ReceiveLeaseAnswer(LeaseAnswered answer)
    {
        if (answer.IsHeld)
        {
            BecomeOldest();
            return;
        }

        if (answer.Cause is not null)
            _log.Error(answer.Cause, "Failed to acquire lease (will be retried): {0}", answer.Cause.Message);
        SetTimer(LeaseRetryTimer, new LeaseRetry(), _settings.LeaseSettings.LeaseRetryInterval);
        StayWith(new AcquiringLeaseData(false, null));
        // Nobody may need this one any more while it waits.
        AskForChange();
    }

    private void ReceiveLeaseLost(Exception cause, IActorRef singleton)
    {
        _log.Warning(
            cause, "Lease has been lost, the singleton stops and the lease is acquired again: {0}", cause?.Message ?? "no reason given");
        if (singleton is null)
        {
            TryToAcquireLease();
            return;
        }

        singleton.Tell(_terminationMessage);
        Change(ClusterSingletonState.AcquiringLease, new AcquiringLeaseData(false, singleton));
    }

    private void ReleaseLease()
    {
        CancelTimer(LeaseRetryTimer);
        if (_lease is null || !_lease.CheckLease())
            return;

        var log = _log;
        _lease.Release().ContinueWith(
            released => log.Error(released.Exception, "Failed to release the singleton's lease; it will expire."),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
    }
}
