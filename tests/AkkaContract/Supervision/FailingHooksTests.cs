namespace Akka.Flink.AkkaContract.Tests.Supervision;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "failing hooks")]
public sealed class FailingHooksTests : ContractTest
{
    [Fact]
    public void A_PostStop_that_throws_does_not_keep_the_actor_alive()
    {
        var actor = Sys.ActorOf(new Script { Stopped = _ => throw new FormatException("no") }.ToProps());
        Watch(actor);

        actor.Tell(PoisonPill.Instance);

        ExpectTerminated(actor, Deadline);
    }

    [Fact]
    public void A_constructor_that_throws_in_a_restart_reaches_the_strategy_as_PostRestartException()
    {
        var constructed = 0;
        var parent = Parent(new OneForOneStrategy(exception =>
        {
            TestActor.Tell(exception);
            return exception is PostRestartException ? Directive.Stop : Directive.Restart;
        }));
        var child = ChildOf(parent, new Script { Constructed = _ => ThrowFrom(++constructed, 2) }.ToProps());
        Watch(child);

        child.Tell(new FormatException("first"));

        Assert.Equal("first", ExpectMsg<FormatException>().Message);
        Assert.Equal("first", ExpectMsg<PostRestartException>().OriginalCause.Message);
        ExpectTerminated(child, Deadline);
    }

    [Fact]
    public void A_strategy_that_throws_fails_the_supervisor()
    {
        var grandparent = Parent(new OneForOneStrategy(exception =>
        {
            TestActor.Tell(exception);
            return Directive.Stop;
        }));
        var parent = ChildOf(grandparent, ParentScript(new OneForOneStrategy(Undecided)).ToProps());
        var child = ChildOf(parent, new Script().ToProps());
        Watch(child);

        child.Tell(new FormatException("no"));

        Assert.Equal("undecided", ExpectMsg<InvalidOperationException>().Message);
        ExpectTerminated(child, Deadline);
    }

    [Fact]
    public void The_children_of_an_actor_that_failed_are_suspended_with_it()
    {
        var gate = new Gate();
        var grandparent = Parent(new OneForOneStrategy(_ =>
        {
            gate.Hold();
            return Directive.Resume;
        }));
        var parent = ChildOf(grandparent, new Script { Receive = Create }.ToProps());
        var child = ChildOf(parent, new Script { Receive = (context, message) => context.Sender.Tell(message) }.ToProps());

        parent.Tell(new FormatException("no"));
        gate.AwaitHeld();
        child.Tell("hello", TestActor);
        ExpectNoMsg(Silence);
        gate.Open();

        ExpectMsg("hello");
    }

    [Fact]
    public void An_actor_that_failed_may_be_stopped_before_its_supervisor_has_decided()
    {
        var gate = new Gate();
        var grandparent = Parent(new OneForOneStrategy(_ =>
        {
            gate.Hold();
            return Directive.Restart;
        }));
        var parent = ChildOf(grandparent, new Script { Receive = Create }.ToProps());
        Watch(parent);
        parent.Tell(new FormatException("no"));
        gate.AwaitHeld();

        grandparent.Tell(parent, CreateTestProbe());
        gate.Open();

        ExpectTerminated(parent, Deadline);
    }

    [Fact]
    public void What_waits_for_a_restart_to_end_is_processed_after_it_in_order()
    {
        var ending = new Gate();
        var failing = new Gate();
        var grandparent = Parent(new OneForOneStrategy(_ => Directive.Resume));
        var parent = ChildOf(grandparent, ParentScript().ToProps());
        var actor = ChildOf(parent, Props.Create(() => new KeepsAllButTheSlowChild()));
        var slow = ChildOf(actor, new Script { Stopped = _ => ending.Hold() }.ToProps());
        actor.Tell(slow);
        var kept = ChildOf(actor, new Script { Receive = (_, _) => HoldAndThrow(failing) }.ToProps());
        kept.Tell("fail while the parent restarts");
        failing.AwaitHeld();
        actor.Tell(new FormatException("restarts and waits for the slow child"));
        ending.AwaitHeld();

        // The parent suspends and resumes the actor, then the child that was kept fails: all of that has to wait.
        parent.Tell(new FormatException("is resumed"));
        parent.Tell("resumed", TestActor);
        ExpectMsg("resumed");
        failing.Open();
        ExpectNoMsg(Silence);
        ending.Open();

        actor.Tell("hello", TestActor);
        ExpectMsg("hello");
    }

    private static void Create(IActorContext context, object message) => context.Sender.Tell(context.ActorOf((Props)message));

    private static void HoldAndThrow(Gate gate)
    {
        gate.Hold();
        throw new FormatException("no");
    }

    private static void ThrowFrom(int number, int first)
    {
        if (number >= first)
            throw new FormatException($"constructor {number}");
    }

    private static Directive Undecided(Exception exception) => throw new InvalidOperationException("undecided");

    /// <summary>Creates a child for each props that it is sent; as it restarts, it stops only the child that it was told of.</summary>
    private sealed class KeepsAllButTheSlowChild : UntypedActor
    {
        private IActorRef? _slow;

        protected override void PreRestart(Exception reason, object message) => Context.Stop(_slow);

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Exception exception:
                    throw exception;
                case IActorRef slow:
                    _slow = slow;
                    break;
                default:
                    Sender.Tell(message is Props props ? Context.ActorOf(props) : message);
                    break;
            }
        }
    }
}
