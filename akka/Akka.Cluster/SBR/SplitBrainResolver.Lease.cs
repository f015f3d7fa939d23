namespace Akka.Cluster.SBR;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;

/// <content>Getting the lease, and giving it back.</content>
internal sealed partial class SplitBrainResolver
{
    private Decision? _waitingForLease;
    private ImmutableHashSet<UniqueAddress> _downedUnderLease = ImmutableHashSet<UniqueAddress>.Empty;

    private bool IsWaitingForLease => _waitingForLease is not null;

    private void ReceiveLease()
    {
        Receive<AcquireLease>(_ => Acquire());
        Receive<LeaseAnswered>(ReceiveAnswer);
        Receive<ReleaseLease>(_ => Release());
        Receive<LeaseLost>(lost => _log.Warning(
            "The lease was lost: {0}", lost.Cause?.Message ?? "another owner has it, or it could not be renewed in time."));
        Receive<LeaseReleased>(released =>
        {
            if (released.Cause is not null)
                _log.Warning(released.Cause, "The lease could not be released and will expire: {0}", released.Cause.Message);
        });
    }

    private void AcquireLeaseFor(Decision decision)
    {
        var strategy = (LeaseMajority)_strategy;
        if (strategy.Lease.CheckLease())
        {
            ActUnderLease(decision);
            return;
        }

        _waitingForLease = decision;
        var delay = strategy.AcquireDelay;
        if (delay > TimeSpan.Zero)
            Timers.StartSingleTimer(nameof(AcquireLease), new AcquireLease(), delay);
        else
            Acquire();
    }

    private void Acquire()
    {
        var self = Self;
        ((LeaseMajority)_strategy).Lease
            .Acquire(cause => self.Tell(new LeaseLost(cause)))
            .PipeTo(self, success: isHeld => new LeaseAnswered(isHeld, null), failure: cause => new LeaseAnswered(false, cause));
    }

    private void ReceiveAnswer(LeaseAnswered answer)
    {
        if (_waitingForLease is not { } decision)
            return;

        _waitingForLease = null;
        if (_strategy.Unreachable.IsEmpty)
        {
            if (answer.IsHeld)
                Release();
        }
        else if (answer.IsHeld)
        {
            ActUnderLease(decision);
        }
        else
        {
            _log.Warning(answer.Cause, "The lease was not acquired, this side of the cluster gives up: {0}",
                answer.Cause?.Message ?? "another owner has it.");
            Act(Decision.DownReachable);
        }
    }

    private void ActUnderLease(Decision decision)
    {
        _downedUnderLease = _downedUnderLease.Union(_strategy.NodesToDown(decision));
        Timers.Cancel(nameof(ReleaseLease));
        Act(decision);
    }

    private void ReleaseWhenLastIsGone(UniqueAddress removed)
    {
        if (!_downedUnderLease.Contains(removed))
            return;

        _downedUnderLease = _downedUnderLease.Remove(removed);
        if (_downedUnderLease.IsEmpty)
            Timers.StartSingleTimer(nameof(ReleaseLease), new ReleaseLease(), ((LeaseMajority)_strategy).ReleaseAfter);
    }

    private void Release()
    {
        // What is unreachable now may need it again.
        var strategy = (LeaseMajority)_strategy;
        if (!_downedUnderLease.IsEmpty || IsWaitingForLease || !_strategy.Unreachable.IsEmpty)
        {
            Timers.StartSingleTimer(nameof(ReleaseLease), new ReleaseLease(), strategy.ReleaseAfter);
            return;
        }

        strategy.Lease.Release().PipeTo(
            Self, success: _ => new LeaseReleased(null), failure: cause => new LeaseReleased(cause));
    }

    private void ReleaseAtOnceIfUnneeded()
    {
        var isUnneeded = _downedUnderLease.IsEmpty && _strategy.Unreachable.IsEmpty;
        if (isUnneeded && _strategy is LeaseMajority { Lease: var lease } && lease.CheckLease())
            _ = lease.Release();
    }

    private sealed record AcquireLease;

    private sealed record LeaseAnswered(bool IsHeld, Exception Cause);

    private sealed record LeaseLost(Exception Cause);

    private sealed record ReleaseLease;

    private sealed record LeaseReleased(Exception Cause);
}
