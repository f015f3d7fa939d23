namespace Akka.TestKit.TestActors;

using Akka.Actor;

/// <summary>Takes every message and does nothing with it.</summary>
public class BlackHoleActor : ActorBase
{
    public static Props Props { get; } = Props.Create(() => new BlackHoleActor());

    protected override bool Receive(object message) => true;
}
