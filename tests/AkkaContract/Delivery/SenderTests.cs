namespace Akka.Flink.AkkaContract.Tests.Delivery;

using Akka.Actor;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "sender")]
public sealed class SenderTests : ContractTest
{
    [Fact]
    public async Task A_message_told_from_outside_has_dead_letters_as_its_sender()
    {
        var seen = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Act((context, _) => seen.SetResult(context.Sender));

        await OnOwnThread(() => actor.Tell("hello"));

        Assert.Equal(Sys.DeadLetters, await seen.Task.WaitAsync(Deadline));
    }

    [Fact]
    public async Task An_answer_to_a_message_from_outside_is_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Act((context, _) => context.Sender.Tell("answer"));

        await OnOwnThread(() => actor.Tell("hello"));

        Assert.Equal("answer", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Tell_inside_an_actor_makes_that_actor_the_sender()
    {
        var inner = Act((context, message) => context.Sender.Tell(message));
        var outer = Act((_, message) =>
        {
            if (message is "go")
                inner.Tell("answered");
            else
                TestActor.Tell(message);
        });

        outer.Tell("go");

        ExpectMsg("answered");
        Assert.Equal(outer, LastSender);
    }

    [Fact]
    public void Forward_keeps_the_sender()
    {
        var probe = CreateTestProbe();
        var last = Act((context, message) => context.Sender.Tell(message));
        var middle = Act((_, message) => last.Forward(message));
        var first = Act((_, message) => middle.Forward(message));

        first.Tell("hello", probe);

        probe.ExpectMsg("hello");
        Assert.Equal(last, probe.LastSender);
    }
}
