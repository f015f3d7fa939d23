namespace Akka.Cluster.Tools.Singleton;

using System.Collections.Immutable;
using Akka.Actor;
using static Akka.Cluster.ClusterEvent;
using static Akka.Cluster.Tools.Singleton.HandOverProtocol;

/// <summary>Tells the manager who is the oldest member, one change at a time, each when it asks for it.</summary>
internal sealed class OldestChangedBuffer : UntypedActor
{
    private readonly Cluster _cluster = Cluster.Get(Context.System);
    private readonly TaskCompletionSource<Done> _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<object> _changes = new();
    private readonly string _role;
    private ImmutableSortedSet<Member> _membersByAge = ImmutableSortedSet<Member>.Empty.WithComparer(Member.AgeOrdering);
    private bool _isAsked;

    public OldestChangedBuffer(string role)
    {
        _role = role;
        AddShutdownTask();
    }

    public static Props Props(string role) => Akka.Actor.Props.Create(() => new OldestChangedBuffer(role)).WithDeploy(Deploy.Local);

    protected override void PreStart() => _cluster.Subscribe(Self, typeof(IMemberEvent));

    protected override void PostStop()
    {
        _cluster.Unsubscribe(Self);
        _stopped.TrySetResult(Done.Instance);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case CurrentClusterState state:
                Begin(state);
                break;
            case MemberUp up:
                Track(members => Without(members, up.Member).Add(up.Member), up.Member);
                break;
            case MemberRemoved removed:
                Remove(removed.Member);
                break;
            case MemberExited exited when exited.Member.UniqueAddress != _cluster.SelfUniqueAddress:
                Remove(exited.Member);
                break;
            case SelfExiting:
                Remove(_cluster.SelfMember);
                Sender.Tell(Done.Instance);
                break;
            case GetNext:
                _isAsked = true;
                break;
        }

        Deliver();
    }

    /// <summary>This node counts as removed as soon as it exits, for the singleton to stop while the rest of it still runs.</summary>
    private void AddShutdownTask()
    {
        var shutdown = CoordinatedShutdown.Get(Context.System);
        var self = Self;
        shutdown.AddTask(CoordinatedShutdown.PhaseClusterExiting, "singleton-exiting-1", async () =>
        {
            if (!_cluster.IsTerminated && _cluster.SelfMember.Status != MemberStatus.Down && !_stopped.Task.IsCompleted)
                await Task.WhenAny(
                    _stopped.Task, self.Ask<Done>(new SelfExiting(), shutdown.Timeout(CoordinatedShutdown.PhaseClusterExiting)));
            return Done.Instance;
        });
    }

    private void Begin(CurrentClusterState state)
    {
        _membersByAge = _membersByAge.Union(state.Members.Where(member => member.UpNumber != Member.NotYetUp && HasRole(member)));
        // One that is older and on its way out may still run the singleton.
        var self = _cluster.SelfMember;
        var older = _membersByAge.Where(member => member.UpNumber <= self.UpNumber).ToList();
        var isSafe = older.All(member => member.Status is not (MemberStatus.Down or MemberStatus.Exiting or MemberStatus.Leaving));
        _changes.Enqueue(new InitialOldestState([.. older.Select(member => member.UniqueAddress)], isSafe));
    }

    private bool HasRole(Member member) => _role is null || member.HasRole(_role);

    private static ImmutableSortedSet<Member> Without(ImmutableSortedSet<Member> members, Member member) =>
        members.Except(members.Where(other => other.UniqueAddress == member.UniqueAddress).ToList());

    private void Remove(Member member) => Track(members => Without(members, member), member);

    private void Track(Func<ImmutableSortedSet<Member>, ImmutableSortedSet<Member>> change, Member member)
    {
        if (!HasRole(member))
            return;

        var before = Oldest;
        _membersByAge = change(_membersByAge);
        if (Oldest != before)
            _changes.Enqueue(new OldestChanged(Oldest));
    }

    private UniqueAddress Oldest => _membersByAge.IsEmpty ? null : _membersByAge[0].UniqueAddress;

    private void Deliver()
    {
        if (!_isAsked || !_changes.TryDequeue(out var change))
            return;

        _isAsked = false;
        Context.Parent.Tell(change);
    }
}
