namespace Akka.Actor;

using Akka.Util;

/// <summary>A handle to one incarnation of an actor, wherever it lives.</summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, ISurrogated, IComparable
{
    ActorPath Path { get; }
}
