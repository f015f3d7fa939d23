namespace Akka.Flink.Runtime.Tests.Exchange.Support;

using Akka.Actor;

/// <summary>A task on another node, for a channel that is tested without any node.</summary>
/// <param name="sent">Called with what it is told.</param>
internal sealed class FarRef(Action<object> sent) : MinimalActorRef
{
    public override ActorPath Path { get; } = ActorPath.Parse("akka.tcp://flink@10.0.0.1:4053/user/task");

    public override bool IsLocal => false;

    public override IActorRefProvider Provider => throw new NotSupportedException("It belongs to no actor system.");

    protected override void TellInternal(object message, IActorRef sender) => sent(message);
}
