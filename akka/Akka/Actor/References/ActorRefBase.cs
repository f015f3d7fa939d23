namespace Akka.Actor;

using Akka.Util;

/// <summary>The base of all references: identity is the path with its uid.</summary>
public abstract class ActorRefBase : IActorRef
{
    public abstract ActorPath Path { get; }

    public void Tell(object message, IActorRef sender) => TellInternal(message, sender);

    protected abstract void TellInternal(object message, IActorRef sender);

    public override string ToString() =>
        Path.Uid == ActorCell.UndefinedUid ? $"[{Path}]" : $"[{Path.ToStringWithUid()}]";

    public override bool Equals(object obj) => obj is IActorRef other && Equals(other);

    public bool Equals(IActorRef other) =>
        other is not null && (ReferenceEquals(this, other) || (Path.Uid == other.Path.Uid && Path.Equals(other.Path)));

    public override int GetHashCode() => Path.GetHashCode() ^ Path.Uid.GetHashCode();

    public int CompareTo(object obj)
    {
        if (obj is null)
            return 1;

        return obj is IActorRef other
            ? CompareTo(other)
            : throw new ArgumentException($"Object must be of type IActorRef, but is {obj.GetType()}.", nameof(obj));
    }

    public int CompareTo(IActorRef other)
    {
        if (other is null)
            return 1;

        var byPath = Path.CompareTo(other.Path);
        return byPath != 0 ? byPath : Path.Uid.CompareTo(other.Path.Uid);
    }

    public virtual ISurrogate ToSurrogate(ActorSystem system) => new Surrogate(Serialization.Serialization.SerializedActorPath(this));

    /// <summary>A reference as it travels between systems: by its path.</summary>
    public class Surrogate : ISurrogate
    {
        public Surrogate(string path) => Path = path;

        public string Path { get; }

        public ISurrogated FromSurrogate(ActorSystem system) => ((ExtendedActorSystem)system).Provider.ResolveActorRef(Path);
    }
}
