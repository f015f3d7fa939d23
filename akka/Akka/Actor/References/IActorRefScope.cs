namespace Akka.Actor;

/// <summary>Says whether a reference points into this actor system.</summary>
public interface IActorRefScope
{
    bool IsLocal { get; }
}
