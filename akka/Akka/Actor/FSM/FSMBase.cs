namespace Akka.Actor;

/// <summary>The base of all state machines.</summary>
public abstract class FSMBase : ActorBase
{
    protected FSMBase()
    {
    }
}
