namespace Akka.Actor;

/// <summary>Finds or makes an extension of a system.</summary>
public interface IExtensionId
{
    public Type ExtensionType { get; }

    public object Apply(ActorSystem system);

    public object CreateExtension(ExtendedActorSystem system);

    public object Get(ActorSystem system);
}

/// <inheritdoc cref="IExtensionId"/>
public interface IExtensionId<out T> : IExtensionId
    where T : IExtension
{
    public new T Apply(ActorSystem system);

    public new T CreateExtension(ExtendedActorSystem system);

    public new T Get(ActorSystem system);
}
