namespace Akka.Flink.AkkaContract.Tests.Support;

using Akka.Actor;

/// <summary>The reactions of an actor, written down in the test that needs them; each incarnation follows the same script.</summary>
public sealed record Script
{
    /// <summary>What it does with a message.</summary>
    public Action<IActorContext, object> Receive { get; init; } = (_, _) => { };

    /// <summary>What it does in its constructor.</summary>
    public Action<IActorContext> Constructed { get; init; } = _ => { };

    /// <summary>What it does in PreStart.</summary>
    public Action<IActorContext> Started { get; init; } = _ => { };

    /// <summary>What it does in PostStop.</summary>
    public Action<IActorContext> Stopped { get; init; } = _ => { };

    /// <summary>How it supervises its children; null for the default.</summary>
    public SupervisorStrategy? Strategy { get; init; }

    /// <summary>The props of an actor that follows this script.</summary>
    public Props ToProps() => Props.Create(() => new ScriptedActor(this));
}
