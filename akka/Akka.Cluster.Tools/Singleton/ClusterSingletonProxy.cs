namespace Akka.Cluster.Tools.Singleton;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using static Akka.Cluster.ClusterEvent;

/// <summary>Sends what it gets to the singleton, wherever that runs, and keeps it while it does not know.</summary>
/// <remarks>A message on its way to a singleton that stops is lost: the buffer holds what arrives while none is known, no more.</remarks>
public sealed class ClusterSingletonProxy : ReceiveActor
{
    private readonly Cluster _cluster = Cluster.Get(Context.System);
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Queue<(object Message, IActorRef Sender)> _buffer = new();
    private readonly ClusterSingletonProxySettings _settings;
    private readonly string[] _singletonPath;
    private ImmutableSortedSet<Member> _membersByAge = ImmutableSortedSet<Member>.Empty.WithComparer(Member.AgeOrdering);
    private IActorRef _singleton;
    private ICancelable _searching;
    private int _search;

    public ClusterSingletonProxy(string singletonManagerPath, ClusterSingletonProxySettings settings)
    {
        SingletonDefaults.AddTo(Context.System);
        _settings = settings;
        _singletonPath = [.. singletonManagerPath.Split('/', StringSplitOptions.RemoveEmptyEntries), settings.SingletonName];

        Receive<CurrentClusterState>(state => Follow(members => members.Union(state.Members.Where(IsCandidate))));
        Receive<MemberUp>(up => Follow(members => IsCandidate(up.Member) ? members.Add(up.Member) : members));
        Receive<MemberExited>(exited => Follow(members => Without(members, exited.Member)));
        Receive<MemberRemoved>(removed =>
        {
            if (removed.Member.UniqueAddress == _cluster.SelfUniqueAddress)
                Context.Stop(Self);
            else
                Follow(members => Without(members, removed.Member));
        });
        Receive<IMemberEvent>(_ => { });
        Receive<ActorIdentity>(identity => Find(identity));
        Receive<TryToIdentify>(attempt => Identify(attempt.Search));
        Receive<Terminated>(terminated => terminated.ActorRef.Equals(_singleton), _ => Search());
        ReceiveAny(Forward);
    }

    public static Config DefaultConfig() => SingletonDefaults.Config;

    public static Props Props(string singletonManagerPath, ClusterSingletonProxySettings settings) =>
        Akka.Actor.Props.Create(() => new ClusterSingletonProxy(singletonManagerPath, settings))
            .WithDispatcher("akka.actor.internal-dispatcher")
            .WithDeploy(Deploy.Local);

    protected override void PreStart()
    {
        base.PreStart();
        _cluster.Subscribe(Self, typeof(IMemberEvent));
    }

    protected override void PostStop()
    {
        _searching?.Cancel();
        _cluster.Unsubscribe(Self);
        base.PostStop();
    }

    private static ImmutableSortedSet<Member> Without(ImmutableSortedSet<Member> members, Member member) =>
        members.Except(members.Where(other => other.UniqueAddress == member.UniqueAddress).ToList());

    private bool IsCandidate(Member member) =>
        member.Status is MemberStatus.Up or MemberStatus.Leaving && (_settings.Role is null || member.HasRole(_settings.Role));

    private void Follow(Func<ImmutableSortedSet<Member>, ImmutableSortedSet<Member>> change)
    {
        var before = _membersByAge.IsEmpty ? null : _membersByAge[0];
        _membersByAge = change(_membersByAge);
        var after = _membersByAge.IsEmpty ? null : _membersByAge[0];
        if (!Equals(before, after))
            Search();
    }

    private void Search()
    {
        if (_singleton is not null)
            Context.Unwatch(_singleton);
        _singleton = null;
        _searching?.Cancel();
        _search++;
        _searching = Context.System.Scheduler.ScheduleTellRepeatedlyCancelable(
            TimeSpan.Zero, _settings.SingletonIdentificationInterval, Self, new TryToIdentify(_search), Self);
    }

    private void Identify(int search)
    {
        if (search != _search || _singleton is not null || _membersByAge.IsEmpty)
            return;

        var path = new RootActorPath(_membersByAge[0].Address) / _singletonPath;
        Context.ActorSelection(path).Tell(new Identify(_search), Self);
    }

    private void Find(ActorIdentity identity)
    {
        // An answer to an earlier search may be of a singleton that is about to stop.
        if (identity.Subject is null || _singleton is not null || !_search.Equals(identity.MessageId))
            return;

        _log.Debug("Singleton identified at [{0}]", identity.Subject.Path);
        _singleton = Context.Watch(identity.Subject);
        _searching.Cancel();
        while (_buffer.TryDequeue(out var kept))
            _singleton.Tell(kept.Message, kept.Sender);
    }

    private void Forward(object message)
    {
        if (_singleton is not null)
        {
            _singleton.Forward(message);
            return;
        }

        if (_buffer.Count >= _settings.BufferSize)
            Drop(message);
        if (_buffer.Count < _settings.BufferSize)
            _buffer.Enqueue((message, Sender));
    }

    private void Drop(object newest)
    {
        if (_settings.BufferSize == 0)
        {
            _log.Debug("Singleton is not known and buffering is off, dropping message of type [{0}]", newest.GetType());
            return;
        }

        _log.Debug("Buffer of [{0}] messages is full, dropping the first", _settings.BufferSize);
        _buffer.Dequeue();
    }

    private sealed record TryToIdentify(int Search) : INoSerializationVerificationNeeded;
}
