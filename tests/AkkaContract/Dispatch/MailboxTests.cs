namespace Akka.Flink.AkkaContract.Tests.Dispatch;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "mailboxes")]
public sealed class MailboxTests() : ContractTest(Mailboxes)
{
    private const string Mailboxes = """
        bounded { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 3, mailbox-push-timeout-time = 50ms }
        priority { mailbox-type = "Akka.Flink.AkkaContract.Tests.Dispatch.ByNumber, Akka.Flink.AkkaContract.Tests" }
        stable-priority { mailbox-type = "Akka.Flink.AkkaContract.Tests.Dispatch.StableByNumber, Akka.Flink.AkkaContract.Tests" }
        akka.actor.mailbox.bounded-queue-based { mailbox-capacity = 3, mailbox-push-timeout-time = 50ms }
        with-mailbox {
          type = Dispatcher
          throughput = 5
          mailbox-type = "Akka.Dispatch.BoundedMailbox"
          mailbox-capacity = 3
          mailbox-push-timeout-time = 50ms
        }
        """;

    [Fact]
    public void What_does_not_fit_into_a_bounded_mailbox_is_a_dead_letter() =>
        Overflows(Recorder().WithMailbox("bounded"));

    [Fact]
    public void An_actor_that_requires_a_bounded_queue_gets_one() =>
        Overflows(Props.Create(() => new RequiresBounded(TestActor)));

    [Fact]
    public void The_mailbox_of_a_dispatcher_serves_its_actors() =>
        Overflows(Recorder().WithDispatcher("with-mailbox"));

    [Fact]
    public void A_bounded_mailbox_has_room_again_when_messages_were_handled()
    {
        var actor = Sys.ActorOf(Recorder().WithMailbox("bounded"));

        for (var number = 0; number < 100; number++)
        {
            actor.Tell(number);
            ExpectMsg(number);
        }
    }

    [Fact]
    public void A_priority_mailbox_hands_out_the_lowest_number_first()
    {
        int[] numbers = [5, 3, 9, 1, 7, 2, 8, 6, 4, 0];

        Assert.Equal(numbers.Order().Cast<object>(), HandledInOneGo("priority", numbers.Cast<object>()));
    }

    [Fact]
    public void A_stable_priority_mailbox_keeps_the_order_among_equals()
    {
        var messages = Enumerable.Range(0, 300).Select(number => new Ranked(number % 3, number)).ToList();

        Assert.Equal(messages.OrderBy(message => message.Rank).Cast<object>(), HandledInOneGo("stable-priority", messages));
    }

    [Fact]
    public void An_unknown_mailbox_is_an_error_that_names_it()
    {
        var error = Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Recorder().WithMailbox("no-such-mailbox")));

        Assert.Contains("no-such-mailbox", error.Message, StringComparison.Ordinal);
    }

    private Props Recorder() => new Script { Receive = (_, message) => TestActor.Tell(message) }.ToProps();

    private IReadOnlyCollection<object> HandledInOneGo(string mailbox, IEnumerable<object> messages)
    {
        var gate = new Gate();
        var actor = Sys.ActorOf(Recorder().WithMailbox(mailbox));
        actor.Tell(gate);
        gate.AwaitHeld();
        var sent = messages.ToList();
        sent.ForEach(message => actor.Tell(message));
        gate.Open();
        return ReceiveN(sent.Count, Deadline);
    }

    private void Overflows(Props props)
    {
        var gate = new Gate();
        var letters = CreateTestProbe();
        Sys.EventStream.Subscribe(letters, typeof(DeadLetter));
        var actor = Sys.ActorOf(props);
        actor.Tell(gate);
        gate.AwaitHeld();

        foreach (var message in new[] { "1", "2", "3", "too many" })
            actor.Tell(message);

        Assert.Equal("too many", letters.ExpectMsg<DeadLetter>().Message);
        gate.Open();
        foreach (var message in new[] { "1", "2", "3" })
            ExpectMsg(message);
        ExpectNoMsg(Silence);
    }

    private sealed class RequiresBounded(IActorRef listener) : UntypedActor, IRequiresMessageQueue<IBoundedMessageQueueSemantics>
    {
        protected override void OnReceive(object message)
        {
            if (message is Gate gate)
                gate.Hold();
            else
                listener.Tell(message);
        }
    }
}
