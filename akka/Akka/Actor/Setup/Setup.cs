namespace Akka.Actor.Setup;

/// <summary>One aspect of an actor system that is set up by code rather than configuration.</summary>
public abstract class Setup
{
    public ActorSystemSetup And(Setup other) => ActorSystemSetup.Create(this, other);
}
