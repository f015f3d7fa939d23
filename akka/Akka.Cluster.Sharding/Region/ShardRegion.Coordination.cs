namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.ClusterEvent;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <content>The way to the coordinator, and out.</content>
internal sealed partial class ShardRegion
{
    /// <summary>The coordinator is on the oldest member, on the one before it while that leaves, or on the one after.</summary>
    private const int AskedMembers = 3;

    private static readonly TimeSpan FirstRegistrationDelay = TimeSpan.FromMilliseconds(50);

    private bool IsCandidate(Member member) =>
        member.UpNumber != Member.NotYetUp && (_settings.Role is null || member.HasRole(_settings.Role));

    private void ReceiveMember(IMemberEvent change)
    {
        var member = change.Member;
        switch (change)
        {
            case MemberRemoved when member.UniqueAddress == _cluster.SelfUniqueAddress:
                Context.Stop(Self);
                break;
            case MemberRemoved:
                Follow(Without(member));
                break;
            case MemberUp when IsCandidate(member):
                Follow(Without(member).Add(member));
                break;
        }
    }

    private ImmutableSortedSet<Member> Without(Member member) =>
        _membersByAge.Except(_membersByAge.Where(other => other.UniqueAddress == member.UniqueAddress).ToList());

    private void Follow(ImmutableSortedSet<Member> members)
    {
        var before = _membersByAge.IsEmpty ? null : _membersByAge[0];
        _membersByAge = members;
        var after = _membersByAge.IsEmpty ? null : _membersByAge[0];
        if (!Equals(before, after))
            LoseCoordinator();
    }

    private void LoseCoordinator()
    {
        if (_coordinator is not null)
            Context.Unwatch(_coordinator);
        _coordinator = null;
        _registrationDelay = FirstRegistrationDelay;
        ScheduleRegistration();
    }

    private void ScheduleRegistration() => Timers.StartSingleTimer(nameof(TryToRegister), new TryToRegister(), _registrationDelay);

    private void Register()
    {
        if (_coordinator is not null)
            return;

        IRepeated request = IsProxy ? new RegisterProxy(Self) : new Register(Self);
        foreach (var member in _membersByAge.Take(AskedMembers))
            Context.ActorSelection(new RootActorPath(member.Address) / _coordinatorPath).Tell(request, Self);
        _registrationDelay = TimeSpan.FromTicks(Math.Min(_registrationDelay.Ticks * 2, _settings.TuningParameters.RetryInterval.Ticks));
        ScheduleRegistration();
    }

    private void ReceiveCoordinator(IActorRef coordinator)
    {
        if (coordinator.Equals(_coordinator))
            return;

        if (_coordinator is not null)
            Context.Unwatch(_coordinator);
        _coordinator = Context.Watch(coordinator);
        Timers.Cancel(nameof(TryToRegister));
        RepeatRequests();
    }

    private void RepeatRequests()
    {
        if (_isShuttingDown)
            _coordinator?.Tell(new GracefulShutdownReq(Self));
        foreach (var route in _routes.Values)
        {
            if (route.Waiting.Count > 0 && route.Home is null)
                _coordinator?.Tell(new GetShardHome(route.Shard));
        }

        CompleteShutdownIfDone();
    }

    private void BeginToShutDown()
    {
        _log.Debug("{0}: Starting graceful shutdown of region with [{1}] shards", _typeName, _running.Count);
        _isShuttingDown = true;
        RepeatRequests();
    }

    private void CompleteShutdownIfDone()
    {
        if (!_isShuttingDown || _running.Count > 0 || _waitingCount > 0)
            return;

        _coordinator?.Tell(new RegionStopped(Self));
        Context.Stop(Self);
    }
}
