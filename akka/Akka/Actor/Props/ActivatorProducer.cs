namespace Akka.Actor;

/// <summary>Makes actors by a public constructor.</summary>
internal sealed class ActivatorProducer : IIndirectActorProducer
{
    private readonly object[] _arguments;

    public ActivatorProducer(Type actorType, object[] arguments)
    {
        ActorType = actorType;
        _arguments = arguments;
    }

    public Type ActorType { get; }

    public ActorBase Produce() => (ActorBase)Activator.CreateInstance(ActorType, _arguments);

    public void Release(ActorBase actor)
    {
    }
}
