namespace Akka.Flink.AkkaContract.Tests.Delivery;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "fairness")]
public sealed class FairnessTests() : ContractTest(Single)
{
    private const string Single = "single { type = ForkJoinDispatcher, throughput = 3, dedicated-thread-pool { thread-count = 1 } }";

    [Fact]
    public void System_messages_overtake_user_messages_that_wait()
    {
        var gate = new Gate();
        var handled = 0;
        var parent = Parent();
        var actor = ChildOf(parent, new Script { Receive = (_, _) => handled++ }.ToProps());
        Watch(actor);
        actor.Tell(gate);
        gate.AwaitHeld();
        for (var number = 0; number < 100; number++)
            actor.Tell(number);

        StopChild(parent, actor);
        gate.Open();

        ExpectTerminated(actor, Deadline);
        Assert.Equal(0, handled);
    }

    [Fact]
    public void An_actor_that_is_never_idle_lets_others_run()
    {
        var busy = OnSingle((context, message) => context.Self.Tell(message));
        var other = OnSingle((context, message) => context.Sender.Tell(message));

        busy.Tell("again");
        for (var number = 0; number < 100; number++)
        {
            other.Tell(number, TestActor);
            ExpectMsg(number);
        }

        StopAndAwait(busy);
    }

    [Fact]
    public void An_actor_handles_no_more_than_throughput_messages_while_another_waits()
    {
        var gate = new Gate();
        var log = new List<string>();
        var holder = OnSingle((_, _) => { });
        var left = OnSingle((_, _) => log.Add("left"));
        var right = OnSingle((_, message) =>
        {
            log.Add("right");
            if (message is 8)
                TestActor.Tell("done");
        });
        AwaitStarted(holder, left, right);
        holder.Tell(gate);
        gate.AwaitHeld();
        for (var number = 0; number < 9; number++)
        {
            left.Tell(number);
            right.Tell(number);
        }

        gate.Open();
        ExpectMsg("done");

        string[] turn = ["left", "left", "left", "right", "right", "right"];
        Assert.Equal([.. turn, .. turn, .. turn], log);
    }

    private IActorRef OnSingle(Action<IActorContext, object> receive) =>
        Sys.ActorOf(new Script { Receive = receive }.ToProps().WithDispatcher("single"));
}
