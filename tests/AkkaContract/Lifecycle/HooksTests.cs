namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "lifecycle hooks")]
public sealed class HooksTests : ContractTest
{
    [Fact]
    public void An_actor_is_constructed_started_and_after_its_last_message_stopped()
    {
        var actor = Sys.ActorOf(Reporter.Props(TestActor));

        actor.Tell("m");
        actor.Tell(PoisonPill.Instance);

        ExpectMsg("construct 1");
        ExpectMsg("start 1");
        ExpectMsg("handle m 1");
        ExpectMsg("stop 1");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_restart_runs_the_hooks_of_the_old_instance_then_those_of_the_new_one()
    {
        var actor = Sys.ActorOf(Reporter.Props(TestActor));
        ExpectMsg("construct 1");
        ExpectMsg("start 1");

        actor.Tell(new Boom("no"));

        ExpectMsg("before restart, no, Boom 1");
        ExpectMsg("stop 1");
        ExpectMsg("construct 2");
        ExpectMsg("after restart, no 2");
        ExpectMsg("start 2");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_restart_keeps_the_mailbox_but_not_the_message_that_failed()
    {
        var gate = new Gate();
        var incarnations = 0;
        var actor = Sys.ActorOf(new Script
        {
            Constructed = _ => incarnations++,
            Receive = (_, message) => TestActor.Tell($"{message} {incarnations}"),
        }.ToProps());
        actor.Tell(gate);
        gate.AwaitHeld();

        actor.Tell("a");
        actor.Tell(new InvalidOperationException("no"));
        actor.Tell("b");
        actor.Tell("c");
        gate.Open();

        ExpectMsg("a 1");
        ExpectMsg("b 2");
        ExpectMsg("c 2");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_restart_keeps_the_reference()
    {
        var actor = Act((context, _) => TestActor.Tell(context.Self));
        actor.Tell("self");
        var before = ExpectMsg<IActorRef>();

        actor.Tell(new InvalidOperationException("no"));
        actor.Tell("self");

        var after = ExpectMsg<IActorRef>();
        Assert.Equal(before, after);
        Assert.Equal(before.Path.Uid, after.Path.Uid);
    }

    [Fact]
    public void A_restart_stops_the_children_first()
    {
        var child = new Script { Stopped = _ => TestActor.Tell("child stopped") };
        var parent = Sys.ActorOf(new Script
        {
            Receive = (context, _) => context.ActorOf(child.ToProps(), "child"),
            Started = context => TestActor.Tell($"started with {context.GetChildren().Count()} children"),
        }.ToProps());
        ExpectMsg("started with 0 children");
        parent.Tell("create");

        parent.Tell(new InvalidOperationException("no"));
        ExpectMsg("child stopped");
        ExpectMsg("started with 0 children");
        parent.Tell("create");

        Sys.Stop(parent);
        ExpectMsg("child stopped");
    }

    [Fact]
    public void Children_that_PreRestart_spares_are_restarted_with_their_parent()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Sparing(Reporter.Props(TestActor))));
        ExpectMsg("construct 1");
        ExpectMsg("start 1");

        parent.Tell("fail");

        ExpectMsg<string>(message => message.StartsWith("before restart, spare", StringComparison.Ordinal));
        ExpectMsg("stop 1");
        ExpectMsg("construct 2");
        ExpectMsg("after restart, spare 2");
        ExpectMsg("start 2");
    }

    [Fact]
    public void Resume_runs_no_hook_at_all()
    {
        var child = ChildOf(Parent(new OneForOneStrategy(_ => Directive.Resume)), Reporter.Props(TestActor));
        ExpectMsg("construct 1");
        ExpectMsg("start 1");

        child.Tell(new Boom("no"));
        child.Tell("m");

        ExpectMsg("handle m 1");
        ExpectNoMsg(Silence);
    }

    /// <summary>Keeps its child over a restart.</summary>
    private sealed class Sparing(Props child) : UntypedActor
    {
        protected override void PreStart() => Context.ActorOf(child, "child");

        protected override void PreRestart(Exception reason, object message)
        {
        }

        protected override void PostRestart(Exception reason)
        {
        }

        protected override void OnReceive(object message) => throw new InvalidOperationException("spare");
    }
}
