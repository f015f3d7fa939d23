namespace Akka.Flink.AkkaContract.Tests.Delivery;

using Akka.Actor;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "at-most-once")]
public sealed class AtMostOnceTests : ContractTest
{
    [Fact]
    public void A_message_to_a_stopped_actor_becomes_one_dead_letter_with_its_sender_and_recipient()
    {
        var sender = CreateTestProbe();
        var actor = Act((_, _) => { });
        StopAndAwait(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        for (var number = 0; number < 1000; number++)
            actor.Tell(number, sender);

        for (var number = 0; number < 1000; number++)
        {
            var letter = ExpectMsg<DeadLetter>();
            Assert.Equal(number, letter.Message);
            Assert.Equal(sender.Ref, letter.Sender);
            Assert.Equal(actor.Path, letter.Recipient.Path);
        }

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void What_waits_in_the_mailbox_of_a_stopping_actor_becomes_dead_letters_in_order()
    {
        var gate = new Gate();
        var parent = Parent();
        var actor = ChildOf(parent, new Script { Receive = (_, message) => TestActor.Tell(message) }.ToProps());
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        actor.Tell(gate);
        gate.AwaitHeld();
        for (var number = 0; number < 100; number++)
            actor.Tell(number);

        StopChild(parent, actor);
        gate.Open();

        var messages = ReceiveN(100, Deadline).Select(message => Assert.IsType<DeadLetter>(message).Message);
        Assert.Equal(Enumerable.Range(0, 100).Cast<object>(), messages);
        ExpectNoMsg(Silence);
    }

    [Fact]
    public async Task A_message_is_never_both_handled_and_a_dead_letter_when_the_receiver_stops_under_load()
    {
        const int count = 50_000;
        var handled = new int[count];
        var letters = new int[count];
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var listener = Act((_, message) =>
        {
            if (message is DeadLetter { Message: int number })
                letters[number]++;
            else if (message is "flush")
                flushed.SetResult();
        });
        Sys.EventStream.Subscribe(listener, typeof(DeadLetter));
        var receiver = Act((_, message) =>
        {
            handled[(int)message]++;
            if ((int)message == count / 2)
                half.SetResult();
        });
        var watcher = CreateTestProbe();
        watcher.Watch(receiver);

        var sending = OnOwnThread(() =>
        {
            for (var number = 0; number < count; number++)
                receiver.Tell(number, ActorRefs.NoSender);
        });
        await half.Task.WaitAsync(Deadline);
        Sys.Stop(receiver);
        await sending.WaitAsync(Deadline);
        watcher.ExpectTerminated(receiver, Deadline);
        listener.Tell("flush");
        await flushed.Task.WaitAsync(Deadline);

        Assert.DoesNotContain(Enumerable.Range(0, count), number => handled[number] + letters[number] > 1);
        var firstMissed = Array.IndexOf(handled, 0);
        Assert.True(firstMissed < 0 || Array.IndexOf(handled, 1, firstMissed) < 0, "A message was handled after one that was not.");
    }

    [Fact]
    public void Suppressed_messages_become_suppressed_dead_letters_only()
    {
        var actor = Act((_, _) => { });
        StopAndAwait(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        actor.Tell(new Unimportant());

        Assert.IsType<Unimportant>(ExpectMsg<SuppressedDeadLetter>().Message);
        ExpectNoMsg(Silence);
    }

    private sealed class Unimportant : IDeadLetterSuppression;
}
