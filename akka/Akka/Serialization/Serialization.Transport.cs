namespace Akka.Serialization;

using Akka.Actor;

/// <content>The transport for which this thread serializes.</content>
public partial class Serialization
{
    [ThreadStatic]
    internal static Information CurrentTransportInformation;

    public static Information GetCurrentTransportInformation() => CurrentTransportInformation ?? throw new InvalidOperationException(
        $"CurrentTransportInformation is not set. Use {nameof(Serialization)}.{nameof(WithTransport)} around the call.");

    public static T WithTransport<T>(ActorSystem system, Address address, Func<T> action) =>
        With(new Information(address, system), action, static run => run());

    public static T WithTransport<T>(ExtendedActorSystem system, Func<T> action) => WithTransport(system, action, static run => run());

    public static T WithTransport<TState, T>(ExtendedActorSystem system, TState state, Func<TState, T> action) =>
        With(system.Provider.SerializationInformation, state, action);

    public static string SerializedActorPath(IActorRef actorRef)
    {
        if (Equals(actorRef, ActorRefs.NoSender))
            return string.Empty;

        var path = actorRef.Path;
        var owner = (actorRef as ActorRefWithCell)?.Underlying.System as ExtendedActorSystem;
        var transport = CurrentTransportInformation;

        if (transport is null)
            return owner is null ? path.ToSerializationFormat() : path.ToSerializationFormatWithAddress(owner.Provider.DefaultAddress);
        if (owner is null || owner == transport.System)
            return path.ToSerializationFormatWithAddress(transport.Address);

        return path.ToSerializationFormatWithAddress(
            owner.Provider.GetExternalAddressFor(transport.Address) ?? owner.Provider.DefaultAddress);
    }

    private static T With<TState, T>(Information transport, TState state, Func<TState, T> action)
    {
        var outer = CurrentTransportInformation;
        CurrentTransportInformation = transport;
        try
        {
            return action(state);
        }
        finally
        {
            CurrentTransportInformation = outer;
        }
    }
}
