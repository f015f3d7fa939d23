namespace Akka.Flink.AkkaContract.Tests.Stash;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "stash")]
public sealed class StashTests() : ContractTest(SmallStash)
{
    private const string SmallStash = """small { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox", stash-capacity = 2 }""";

    [Fact]
    public void UnstashAll_gives_the_messages_back_in_order_and_before_later_mail()
    {
        var gate = new Gate();
        var actor = Stasher<Unbounded>();
        foreach (var message in new object[] { "1", "2", "3", gate })
            actor.Tell(message);
        gate.AwaitHeld();
        foreach (var message in new[] { "open", "4", "5" })
            actor.Tell(message);

        gate.Open();

        foreach (var message in new[] { "1", "2", "3", "4", "5" })
            ExpectMsg(message);
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Unstash_gives_back_the_oldest_message_only()
    {
        var actor = Stasher<Unbounded>();
        foreach (var message in new[] { "1", "2", "3", "one" })
            actor.Tell(message);

        ExpectMsg("1");
        ExpectNoMsg(Silence);
        actor.Tell("open");

        ExpectMsg("2");
        ExpectMsg("3");
    }

    [Fact]
    public void A_stashed_message_keeps_its_sender()
    {
        var probe = CreateTestProbe();
        var actor = Stasher<Unbounded>();
        actor.Tell("1", probe);

        actor.Tell("open");

        ExpectMsg("1");
        Assert.Equal(probe.Ref, LastSender);
    }

    [Fact]
    public void ClearStash_hands_the_messages_out_and_leaves_none()
    {
        var actor = Stasher<Unbounded>();
        foreach (var message in new[] { "1", "2", "clear", "open", "3" })
            actor.Tell(message);

        ExpectMsg("cleared 1, 2");
        ExpectMsg("3");
    }

    [Fact]
    public void Prepend_puts_messages_in_front_of_the_stash()
    {
        var actor = Stasher<Unbounded>();
        foreach (var message in new[] { "1", "prepend 0", "open" })
            actor.Tell(message);

        ExpectMsg("0");
        ExpectMsg("1");
    }

    [Fact]
    public void UnstashAll_with_a_predicate_gives_back_what_fits()
    {
        var actor = Stasher<Unbounded>();
        foreach (var message in new[] { "a1", "b1", "a2", "only a" })
            actor.Tell(message);

        ExpectMsg("a1");
        ExpectMsg("a2");
    }

    [Fact]
    public void A_stashed_Terminated_comes_back()
    {
        var watched = Act((_, _) => { });
        var actor = Stasher<Unbounded>();
        actor.Tell(watched);
        ExpectMsg("watching");
        StopAndAwait(watched);
        ExpectMsg("stashed");

        actor.Tell("open");

        ExpectMsg(watched);
    }

    [Fact]
    public void One_message_cannot_be_stashed_twice()
    {
        var actor = Stasher<Unbounded>();

        actor.Tell("twice");

        ExpectMsg(nameof(IllegalActorStateException));
    }

    [Fact]
    public void A_stash_holds_more_than_any_mailbox_default_when_it_is_unbounded()
    {
        var actor = Stasher<Unbounded>();
        for (var number = 0; number < 5000; number++)
            actor.Tell($"{number}");

        actor.Tell("open");

        Assert.Equal(Enumerable.Range(0, 5000).Select(number => (object)$"{number}"), ReceiveN(5000, Deadline));
    }

    [Fact]
    public void A_stash_that_its_props_limit_throws_StashOverflowException_when_it_is_full_and_keeps_what_it_has() =>
        Overflows(Props.Create(typeof(Plain), TestActor).WithStashCapacity(2));

    [Fact]
    public void A_stash_that_its_mailbox_limits_throws_StashOverflowException_when_it_is_full_and_keeps_what_it_has() =>
        Overflows(Props.Create(typeof(Plain), TestActor).WithMailbox("small"));

    private void Overflows(Props props)
    {
        var actor = Sys.ActorOf(props);
        foreach (var message in new[] { "1", "2", "3" })
            actor.Tell(message);
        ExpectMsg(nameof(StashOverflowException));

        actor.Tell("open");

        ExpectMsg("1");
        ExpectMsg("2");
        ExpectNoMsg(Silence);
    }

    private IActorRef Stasher<T>() => Sys.ActorOf(Props.Create(typeof(T), TestActor));

    private sealed class Unbounded(IActorRef listener) : StashingActor(listener), IWithUnboundedStash;

    private sealed class Plain(IActorRef listener) : StashingActor(listener), IWithStash;

    /// <summary>Stashes every text until "open", then tells them to the listener in the name of their senders.</summary>
    private abstract class StashingActor : ReceiveActor
    {
        private readonly IActorRef _listener;
        private bool _one;

        protected StashingActor(IActorRef listener)
        {
            _listener = listener;
            Receive<Gate>(gate => gate.Hold());
            Receive<IActorRef>(Observe);
            Receive<Terminated>(_ => StashTermination());
            Receive<string>(text => text == "open", _ => Open());
            Receive<string>(text => text == "one", _ => One());
            Receive<string>(text => text == "clear", _ => Clear());
            Receive<string>(text => text == "twice", _ => Twice());
            Receive<string>(text => text.StartsWith("only ", StringComparison.Ordinal), text => Only(text[5..]));
            Receive<string>(text => text.StartsWith("prepend ", StringComparison.Ordinal), text => Prepend(text[8..]));
            Receive<string>(text => _one, text => Single(text));
            Receive<string>(_ => TryStash());
        }

        public IStash Stash { get; set; } = null!;

        private void Open()
        {
            Stash.UnstashAll();
            Become(() =>
            {
                Receive<string>(text => _listener.Tell(text, Sender));
                Receive<Terminated>(terminated => _listener.Tell(terminated.ActorRef));
            });
        }

        private void Observe(IActorRef watched)
        {
            Context.Watch(watched);
            _listener.Tell("watching");
        }

        private void StashTermination()
        {
            Stash.Stash();
            _listener.Tell("stashed");
        }

        private void Only(string start)
        {
            Stash.UnstashAll(envelope => ((string)envelope.Message).StartsWith(start, StringComparison.Ordinal));
            Become(() => Receive<string>(text => _listener.Tell(text, Sender)));
        }

        private void Prepend(string text) => Stash.Prepend([new Envelope(text, Sender)]);

        private void One()
        {
            _one = true;
            Stash.Unstash();
        }

        private void Single(string text)
        {
            _one = false;
            _listener.Tell(text);
        }

        private void Clear() => _listener.Tell("cleared " + string.Join(", ", Stash.ClearStash().Select(envelope => envelope.Message)));

        private void TryStash()
        {
            try
            {
                Stash.Stash();
            }
            catch (StashOverflowException)
            {
                _listener.Tell(nameof(StashOverflowException));
            }
        }

        private void Twice()
        {
            Stash.Stash();
            try
            {
                Stash.Stash();
            }
            catch (IllegalActorStateException)
            {
                _listener.Tell(nameof(IllegalActorStateException));
            }
        }
    }
}
