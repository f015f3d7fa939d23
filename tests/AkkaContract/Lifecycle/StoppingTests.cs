namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

using Akka.Actor;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "stopping")]
public sealed class StoppingTests : ContractTest
{
    [Fact]
    public void PoisonPill_stops_after_the_messages_before_it_and_leaves_those_after_it()
    {
        var gate = new Gate();
        var actor = Act((_, message) => TestActor.Tell(message));
        var letters = DeadLetters();
        Watch(actor);
        actor.Tell(gate);
        gate.AwaitHeld();

        actor.Tell("before");
        actor.Tell(PoisonPill.Instance);
        actor.Tell("after");
        gate.Open();

        ExpectMsg("before");
        ExpectTerminated(actor, Deadline);
        Assert.Equal("after", letters.ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Stop_lets_the_current_message_finish_and_leaves_the_others()
    {
        var gate = new Gate();
        var parent = Parent();
        var actor = ChildOf(parent, new Script { Receive = (_, message) => TestActor.Tell(message) }.ToProps());
        var letters = DeadLetters();
        Watch(actor);
        actor.Tell(gate);
        gate.AwaitHeld();
        actor.Tell("waiting");

        StopChild(parent, actor);
        gate.Open();

        ExpectTerminated(actor, Deadline);
        Assert.Equal("waiting", letters.ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Kill_fails_the_actor_in_its_turn_with_ActorKilledException()
    {
        var strategy = new OneForOneStrategy(exception =>
        {
            TestActor.Tell(exception.GetType());
            return Directive.Stop;
        });
        var script = new Script { Receive = (_, message) => TestActor.Tell(message), Stopped = _ => TestActor.Tell("stopped") };
        var child = ChildOf(Parent(strategy), script.ToProps());

        child.Tell("before");
        child.Tell(Kill.Instance);
        child.Tell("after");

        ExpectMsg("before");
        ExpectMsg(typeof(ActorKilledException));
        ExpectMsg("stopped");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void An_actor_that_stops_itself_finishes_the_message_at_hand_and_takes_no_other()
    {
        var gate = new Gate();
        var actor = Sys.ActorOf(new Script
        {
            Receive = (context, message) =>
            {
                context.Stop(context.Self);
                TestActor.Tell(message);
            },
            Stopped = _ => TestActor.Tell("stopped"),
        }.ToProps());
        actor.Tell(gate);
        gate.AwaitHeld();
        actor.Tell("first");
        actor.Tell("second");

        gate.Open();

        ExpectMsg("first");
        ExpectMsg("stopped");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Children_are_gone_before_PostStop_of_their_parent()
    {
        var top = Sys.ActorOf(Generations("grandparent", "parent", "child").ToProps());
        ExpectMsg("child started");

        Sys.Stop(top);

        ExpectMsg("child stopped");
        ExpectMsg("parent stopped");
        ExpectMsg("grandparent stopped");
    }

    [Fact]
    public void A_parent_waits_for_a_child_that_is_busy()
    {
        var gate = new Gate();
        var child = new Script { Stopped = _ => TestActor.Tell("child stopped") };
        var parent = Sys.ActorOf(new Script
        {
            Started = context => context.ActorOf(child.ToProps(), "child").Tell(gate),
            Stopped = _ => TestActor.Tell("parent stopped"),
        }.ToProps());
        gate.AwaitHeld();

        Sys.Stop(parent);
        ExpectNoMsg(Silence);
        gate.Open();

        ExpectMsg("child stopped");
        ExpectMsg("parent stopped");
    }

    [Fact]
    public void Stopping_a_child_leaves_its_siblings()
    {
        var parent = Parent();
        var left = ChildOf(parent, new Script { Stopped = _ => TestActor.Tell("stopped") }.ToProps());
        var right = ChildOf(parent, new Script { Receive = (_, _) => TestActor.Tell("alive") }.ToProps());

        StopChild(parent, left);
        ExpectMsg("stopped");
        right.Tell("hello");

        ExpectMsg("alive");
    }

    private Akka.TestKit.TestProbe DeadLetters()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(DeadLetter));
        return probe;
    }

    private Script Generations(string name, params string[] below) => new()
    {
        Started = context =>
        {
            if (below.Length > 0)
                context.ActorOf(Generations(below[0], below[1..]).ToProps(), below[0]);
            else
                TestActor.Tell($"{name} started");
        },
        Stopped = _ => TestActor.Tell($"{name} stopped"),
    };
}
