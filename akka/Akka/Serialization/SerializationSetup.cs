namespace Akka.Serialization;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Actor.Setup;

/// <summary>Adds serializers to a system by code.</summary>
public sealed class SerializationSetup : Setup
{
    private SerializationSetup(Func<ExtendedActorSystem, ImmutableHashSet<SerializerDetails>> createSerializers) =>
        CreateSerializers = createSerializers;

    public Func<ExtendedActorSystem, ImmutableHashSet<SerializerDetails>> CreateSerializers { get; }

    public static SerializationSetup Create(Func<ExtendedActorSystem, ImmutableHashSet<SerializerDetails>> createSerializers) =>
        new(createSerializers);
}
