namespace Akka.Flink.MicroBenchmarks;

using Akka.Actor;

/// <summary>Calls instead of sending: what remains is the channel itself.</summary>
/// <param name="receive">Called with each message.</param>
internal sealed class InlineRef(Action<object> receive) : MinimalActorRef
{
    public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems) / "inline";

    public override IActorRefProvider Provider => throw new NotSupportedException("It belongs to no actor system.");

    protected override void TellInternal(object message, IActorRef sender) => receive(message);
}
