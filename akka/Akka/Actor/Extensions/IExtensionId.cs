namespace Akka.Actor;

/// <summary>Finds or makes an extension of a system.</summary>
public interface IExtensionId
{
    Type ExtensionType { get; }

    object Apply(ActorSystem system);

    object CreateExtension(ExtendedActorSystem system);

    object Get(ActorSystem system);
}

/// <inheritdoc cref="IExtensionId"/>
public interface IExtensionId<out T> : IExtensionId
    where T : IExtension
{
    new T Apply(ActorSystem system);

    new T CreateExtension(ExtendedActorSystem system);

    new T Get(ActorSystem system);
}
