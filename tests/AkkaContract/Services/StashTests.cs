namespace Akka.Flink.AkkaContract.Tests.Services;

using Akka.Actor;

[Trait("promise", "stash")]
public sealed class StashTests : ServiceTest
{
    [Fact]
    public async Task Unstashed_messages_come_in_their_order_before_those_that_wait_with_their_senders()
    {
        var probe = new Probe(System);
        var sender = new Probe(System);
        var actor = System.ActorOf(Props.Create(() => new Gate(probe.Ref)));

        foreach (var message in new[] { "a", "b", "c", "open", "d" })
            actor.Tell(message, sender.Ref);

        Assert.Equal(["a", "b", "c", "d"], await probe.Next(4));
        Assert.Equal(sender.Ref, probe.LastSender);
    }

    [Fact]
    public async Task A_message_is_stashed_once_only()
    {
        var probe = new Probe(System);
        var actor = System.ActorOf(Props.Create(() => new StashesTwice(probe.Ref)));

        actor.Tell("x");

        await probe.Next<IllegalActorStateException>();
    }

    [Fact]
    public async Task A_full_stash_throws()
    {
        var probe = new Probe(System);
        var actor = System.ActorOf(Props.Create(() => new Overflows(probe.Ref)).WithStashCapacity(2));

        actor.Tell("a");
        actor.Tell("b");
        actor.Tell("c");

        await probe.Next<StashOverflowException>();
    }

    private sealed class Gate(IActorRef probe) : UntypedActor, IWithUnboundedStash
    {
        private bool _open;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (_open)
            {
                probe.Forward(message);
            }
            else if (message is "open")
            {
                _open = true;
                Stash.UnstashAll();
            }
            else
            {
                Stash.Stash();
            }
        }
    }

    private sealed class StashesTwice(IActorRef probe) : UntypedActor, IWithUnboundedStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            Stash.Stash();
            probe.Tell(Record.Exception(Stash.Stash));
        }
    }

    private sealed class Overflows(IActorRef probe) : UntypedActor, IWithStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (Record.Exception(Stash.Stash) is { } overflow)
                probe.Tell(overflow);
        }
    }
}
