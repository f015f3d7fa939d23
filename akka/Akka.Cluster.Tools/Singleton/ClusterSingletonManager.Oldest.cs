namespace Akka.Cluster.Tools.Singleton;

using Akka.Actor;
using static Akka.Cluster.ClusterEvent;
using static Akka.Cluster.Tools.Singleton.HandOverProtocol;

/// <content>Running the singleton, and handing it over.</content>
public sealed partial class ClusterSingletonManager
{
    private void TryToBecomeOldest()
    {
        // A node that shuts down sees all others removed; that makes it the oldest of nothing.
        if (IsOut())
            Stop("its node is no member");
        else if (_lease is null)
            BecomeOldest();
        else
            TryToAcquireLease();
    }

    private void BecomeOldest()
    {
        var singleton = Context.Watch(Context.ActorOf(_singletonProps, _settings.SingletonName));
        LogInfo("Singleton manager started singleton actor [{0}]", singleton.Path);
        Change(ClusterSingletonState.Oldest, new OldestData(singleton));
        AskForChange();
    }

    private bool IsHandledByOldest(object message, OldestData data)
    {
        switch (message)
        {
            case OldestChanged change:
                _isBufferAsked = false;
                ReceiveChangeWhileOldest(change.Oldest, data.Singleton);
                return true;
            case HandOverToMe:
                BeginToHandOver(data.Singleton, Sender);
                return true;
            case TakeOverFromMe:
                // It was the oldest and so is this one already: it is to go on handing over.
                Sender.Tell(new HandOverToMe());
                return true;
            case Terminated terminated when terminated.ActorRef.Equals(data.Singleton):
                LogInfo("Singleton actor [{0}] was terminated", data.Singleton.Path);
                StayWith(new OldestData(null));
                return true;
            case SelfExiting:
                _hasExited = true;
                Sender.Tell(Done.Instance);
                return true;
            case MemberDowned downed when IsSelf(downed.Member):
                BeginToStop(data.Singleton, "Self downed");
                return true;
            case LeaseLost lost:
                ReceiveLeaseLost(lost.Cause, data.Singleton);
                return true;
            default:
                return false;
        }
    }

    private void ReceiveChangeWhileOldest(UniqueAddress oldest, IActorRef singleton)
    {
        LogInfo("Oldest observed OldestChanged: [{0} -> {1}]", _cluster.SelfAddress, oldest?.Address);
        if (oldest == _cluster.SelfUniqueAddress)
        {
            AskForChange();
        }
        else if (oldest is not null && !_hasExited && _removed.Contains(oldest))
        {
            // The removal was not complete: one that is gone counts as the oldest again.
            BeginToHandOver(singleton, null);
        }
        else
        {
            if (oldest is not null)
                Peer(oldest.Address).Tell(new TakeOverFromMe(), Self);
            Change(ClusterSingletonState.WasOldest, new WasOldestData(singleton, oldest));
            SetTimer(TakeOverRetryTimer, new TakeOverRetry(1), _settings.HandOverRetryInterval);
        }
    }

    private bool IsHandledByFormerOldest(object message, WasOldestData data)
    {
        switch (message)
        {
            case TakeOverRetry retry:
                RetryTakeOver(retry.Count, data);
                return true;
            case HandOverToMe:
                BeginToHandOver(data.Singleton, Sender);
                return true;
            case MemberRemoved removed when IsSelf(removed.Member) && !_hasExited:
                Stop("it is removed from the cluster");
                return true;
            case MemberRemoved removed when removed.Member.UniqueAddress == data.NewOldest:
                _removed.Add(removed.Member.UniqueAddress);
                BeginToHandOver(data.Singleton, null);
                return true;
            case Terminated terminated when terminated.ActorRef.Equals(data.Singleton):
                LogInfo("Singleton actor [{0}] was terminated", data.Singleton.Path);
                StayWith(data with { Singleton = null });
                return true;
            case SelfExiting:
                _hasExited = true;
                Sender.Tell(Done.Instance);
                return true;
            case MemberDowned downed when IsSelf(downed.Member):
                BeginToStop(data.Singleton, "Self downed");
                return true;
            case LeaseLost:
                BeginToHandOver(data.Singleton, null);
                return true;
            default:
                return false;
        }
    }

    private void RetryTakeOver(int count, WasOldestData data)
    {
        if ((_cluster.IsTerminated || _hasExited) && (data.NewOldest is null || count > _maxTakeOverRetries))
        {
            BeginToStop(data.Singleton, "No other member takes over");
        }
        else if (count <= _maxTakeOverRetries)
        {
            LogInfo("Retry [{0}], sending TakeOverFromMe to [{1}]", count, data.NewOldest?.Address);
            if (data.NewOldest is not null)
                Peer(data.NewOldest.Address).Tell(new TakeOverFromMe(), Self);
            SetTimer(TakeOverRetryTimer, new TakeOverRetry(count + 1), _settings.HandOverRetryInterval);
        }
        else
        {
            throw SingletonErrors.NoTakeOver(Self.Path, data.NewOldest?.Address, count);
        }
    }

    private void BeginToHandOver(IActorRef singleton, IActorRef handOverTo)
    {
        if (singleton is null)
        {
            CompleteHandOver(handOverTo);
            return;
        }

        handOverTo?.Tell(new HandOverInProgress());
        LogInfo("Singleton manager stopping singleton actor [{0}]", singleton.Path);
        singleton.Tell(_terminationMessage);
        Change(ClusterSingletonState.HandingOver, new HandingOverData(singleton, handOverTo));
    }

    private bool IsHandledWhileHandingOver(object message, HandingOverData data)
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(data.Singleton):
                CompleteHandOver(data.HandOverTo);
                return true;
            case HandOverToMe when data.HandOverTo is null || data.HandOverTo.Equals(Sender):
                Sender.Tell(new HandOverInProgress());
                StayWith(data with { HandOverTo = Sender });
                return true;
            case SelfExiting:
                _hasExited = true;
                Sender.Tell(Done.Instance);
                return true;
            case MemberRemoved removed when IsSelf(removed.Member):
                _removed.Add(removed.Member.UniqueAddress);
                return true;
            case MemberDowned downed when IsSelf(downed.Member):
                return true;
            default:
                return false;
        }
    }

    private void CompleteHandOver(IActorRef handOverTo)
    {
        LogInfo("Singleton terminated, hand-over done [{0} -> {1}]", _cluster.SelfAddress, handOverTo?.Path.Address);
        ReleaseLease();
        handOverTo?.Tell(new HandOverDone());
        _exiting.TrySetResult(Done.Instance);
        if (_removed.Contains(_cluster.SelfUniqueAddress))
            Stop("it is removed from the cluster");
        else if (handOverTo is null)
            TryToBecomeOldest();
        else
            Change(ClusterSingletonState.End, new EndData());
    }

    private void BeginToStop(IActorRef singleton, string reason)
    {
        if (singleton is null)
        {
            Stop(reason);
            return;
        }

        LogInfo("{0}, stopping singleton actor [{1}]", reason, singleton.Path);
        singleton.Tell(_terminationMessage);
        Change(ClusterSingletonState.Stopping, new StoppingData(singleton));
    }

    private bool IsHandledWhileStopping(object message, StoppingData data)
    {
        if (message is Terminated terminated && terminated.ActorRef.Equals(data.Singleton))
        {
            Stop("the singleton has stopped");
            return true;
        }

        // Its node's removal does not end the manager before the singleton has taken its leave.
        return message is MemberRemoved or MemberDowned or HandOverToMe or OldestChanged;
    }
}
