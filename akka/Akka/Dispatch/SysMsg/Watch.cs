namespace Akka.Dispatch.SysMsg;

using Akka.Actor;

/// <summary>Tell the watcher when the watchee has ended.</summary>
public class Watch : SystemMessage
{
    public Watch(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        Watchee = watchee;
        Watcher = watcher;
    }

    public IInternalActorRef Watchee { get; }

    public IInternalActorRef Watcher { get; }

    protected bool Equals(Watch other) => Equals(Watchee, other.Watchee) && Equals(Watcher, other.Watcher);

    public override bool Equals(object obj) => obj is Watch other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Watchee, Watcher);

    public override string ToString() => $"<Watch>: {Watcher} wants to watch {Watchee}";
}
