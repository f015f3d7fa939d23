namespace Akka.Flink.AkkaContract.Tests.Services;

using Akka.Actor;

/// <summary>An actor that is a function of its context and the message.</summary>
internal sealed class FunctionActor(Action<IUntypedActorContext, object> receive) : UntypedActor
{
    public static Props Props(Action<IUntypedActorContext, object> receive) => Akka.Actor.Props.Create(() => new FunctionActor(receive));

    protected override void OnReceive(object message) => receive(Context, message);
}
