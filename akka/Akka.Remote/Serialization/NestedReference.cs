namespace Akka.Remote.Serialization;

using Akka.Actor;
using Akka.Remote.Serialization.Proto;
using Akka.Serialization;

/// <summary>References inside messages.</summary>
internal static class NestedReference
{
    public static ActorRefData Of(IActorRef reference) => new() { Path = Serialization.SerializedActorPath(reference) };

    /// <summary>Null for no sender.</summary>
    public static IInternalActorRef Read(ActorRefData reference, ExtendedActorSystem system) =>
        string.IsNullOrEmpty(reference?.Path) ? null : (IInternalActorRef)system.Provider.ResolveActorRef(reference.Path);
}
