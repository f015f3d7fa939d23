namespace Akka.Remote;

using System.Text;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Transport;

/// <summary>A reference to an actor of another system.</summary>
public class RemoteActorRef : InternalActorRefBase, IRemoteRef
{
    private readonly RemoteTransport _remote;
    private readonly Address _localAddressToUse;
    private readonly ActorPath _path;
    private readonly IInternalActorRef _parent;
    private byte[] _encodedPath;

    public RemoteActorRef(
        RemoteTransport remote, Address localAddressToUse, ActorPath path, IInternalActorRef parent, Props props, Deploy deploy)
    {
        if (props is not null && props != Props.None)
            throw RemotingErrors.RemoteDeployment(path, deploy);
        if (path.Address.HasLocalScope)
            throw RemotingErrors.LocalPath(path);

        _remote = remote;
        _localAddressToUse = localAddressToUse;
        _path = path;
        _parent = parent;
    }

    public Address LocalAddressToUse => _localAddressToUse;

    public override IInternalActorRef Parent => _parent;

    public override IActorRefProvider Provider => _remote.Provider;

    public override bool IsLocal => false;

    public override bool IsTerminated => false;

    public override ActorPath Path => _path;

    /// <summary>The way to the system of this actor, found with the first message.</summary>
    internal Association Association { get; set; }

    /// <summary>The path as it stands in envelopes.</summary>
    internal byte[] EncodedPath => _encodedPath ??= Encoding.UTF8.GetBytes(_path.ToSerializationFormat());

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        if (name.Count == 0)
            return this;

        return name[0] switch
        {
            ".." => Parent is null ? ActorRefs.Nobody : Parent.GetChild(ActorPathNames.Skip(name, 1)),
            _ => new RemoteActorRef(_remote, _localAddressToUse, _path / name, ActorRefs.Nobody, Props.None, Deploy.None),
        };
    }

    public override void Start()
    {
    }

    public override void Stop() => SendSystemMessage(new Terminate());

    public override void Suspend() => SendSystemMessage(new Suspend());

    public override void Resume(Exception causedByFailure = null) => SendSystemMessage(new Resume(causedByFailure));

    public override void Restart(Exception cause) => SendSystemMessage(new Recreate(cause));

    /// <summary>Whether a watch goes by way of the remote watcher, which alone watches across systems.</summary>
    public bool IsWatchIntercepted(IActorRef watchee, IActorRef watcher) =>
        !watcher.Equals(_remote.Provider.RemoteWatcher) && watchee.Equals(this);

    public override void SendSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Watch watch when IsWatchIntercepted(watch.Watchee, watch.Watcher):
                _remote.Provider.RemoteWatcher.Tell(new RemoteWatcher.WatchRemote(watch.Watchee, watch.Watcher), ActorRefs.NoSender);
                break;

            case Unwatch unwatch when IsWatchIntercepted(unwatch.Watchee, unwatch.Watcher):
                _remote.Provider.RemoteWatcher.Tell(
                    new RemoteWatcher.UnwatchRemote(unwatch.Watchee, unwatch.Watcher), ActorRefs.NoSender);
                break;

            default:
                _remote.Send(message, ActorRefs.NoSender, this);
                break;
        }
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is null)
            throw new InvalidMessageException("Message is null.");

        _remote.Send(message, sender, this);
    }
}
