namespace Akka.Flink.AkkaContract.Tests.Supervision;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "directives")]
public sealed class DirectiveTests : ContractTest
{
    [Fact]
    public void Resume_keeps_the_state()
    {
        var child = ChildOf(Parent(Always(Directive.Resume)), Counter());

        Assert.Equal(1, Count(child));
        child.Tell(new FormatException());

        Assert.Equal(2, Count(child));
    }

    [Fact]
    public void Restart_forgets_the_state()
    {
        var child = ChildOf(Parent(Always(Directive.Restart)), Counter());

        Assert.Equal(1, Count(child));
        child.Tell(new FormatException());

        Assert.Equal(1, Count(child));
    }

    [Fact]
    public void Stop_ends_the_actor()
    {
        var child = ChildOf(Parent(Always(Directive.Stop)), Counter());
        Watch(child);

        child.Tell(new FormatException());

        ExpectTerminated(child, Deadline);
    }

    [Fact]
    public void Escalate_fails_the_parent_with_the_same_exception()
    {
        var failure = new FormatException();
        var grandparent = Parent(new OneForOneStrategy(exception =>
        {
            TestActor.Tell(exception);
            return Directive.Restart;
        }));
        var parent = ChildOf(grandparent, ParentScript(Always(Directive.Escalate)).ToProps());
        var child = ChildOf(parent, Counter());
        Watch(child);

        child.Tell(failure);

        Assert.Same(failure, ExpectMsg<FormatException>());
        ExpectTerminated(child, Deadline);
        Assert.Equal(1, Count(ChildOf(parent, Counter())));
    }

    [Fact]
    public void Escalate_and_resume_keeps_parent_and_child()
    {
        var grandparent = Parent(Always(Directive.Resume));
        var parent = ChildOf(grandparent, ParentScript(Always(Directive.Escalate)).ToProps());
        var child = ChildOf(parent, Counter());
        Assert.Equal(1, Count(child));

        child.Tell(new FormatException());

        Assert.Equal(2, Count(child));
    }

    [Fact]
    public void Escalate_and_stop_ends_parent_and_child()
    {
        var grandparent = Parent(Always(Directive.Stop));
        var parent = ChildOf(grandparent, ParentScript(Always(Directive.Escalate)).ToProps());
        var child = ChildOf(parent, Counter());
        Watch(parent);

        child.Tell(new FormatException());

        ExpectTerminated(parent, Deadline);
    }

    [Fact]
    public void One_for_one_touches_only_the_child_that_failed()
    {
        var parent = Parent(Always(Directive.Restart));
        var (left, right) = (ChildOf(parent, Counter()), ChildOf(parent, Counter()));
        Assert.Equal((1, 1), (Count(left), Count(right)));

        left.Tell(new FormatException());

        Assert.Equal((1, 2), (Count(left), Count(right)));
    }

    [Fact]
    public void All_for_one_restarts_every_child()
    {
        var parent = Parent(new AllForOneStrategy(_ => Directive.Restart));
        var (left, right) = (ChildOf(parent, Counter()), ChildOf(parent, Counter()));
        Assert.Equal((1, 1), (Count(left), Count(right)));

        left.Tell(new FormatException());

        Assert.Equal(1, Count(left));
        AwaitCondition(() => Count(right) == 1, Deadline);
    }

    [Fact]
    public void All_for_one_stops_every_child()
    {
        var parent = Parent(new AllForOneStrategy(_ => Directive.Stop));
        var (left, right) = (ChildOf(parent, Counter()), ChildOf(parent, Counter()));
        var (leftWatcher, rightWatcher) = (CreateTestProbe(), CreateTestProbe());
        leftWatcher.Watch(left);
        rightWatcher.Watch(right);

        left.Tell(new FormatException());

        leftWatcher.ExpectTerminated(left, Deadline);
        rightWatcher.ExpectTerminated(right, Deadline);
    }

    [Fact]
    public void A_child_that_failed_handles_nothing_until_its_supervisor_has_decided()
    {
        var gate = new Gate();
        var parent = Parent(new OneForOneStrategy(_ =>
        {
            gate.Hold();
            return Directive.Resume;
        }));
        var child = ChildOf(parent, Counter());

        child.Tell(new FormatException());
        child.Tell("count", TestActor);
        gate.AwaitHeld();
        ExpectNoMsg(Silence);
        gate.Open();

        ExpectMsg(1);
    }

    [Fact]
    public void The_strategy_given_with_the_props_is_the_one_that_counts()
    {
        var props = Props.Create(() => new Creator()).WithSupervisorStrategy(Always(Directive.Stop));
        var child = ChildOf(Sys.ActorOf(props), Counter());
        Watch(child);

        child.Tell(new FormatException());

        ExpectTerminated(child, Deadline);
    }

    private static OneForOneStrategy Always(Directive directive) => new(_ => directive);

    /// <summary>Answers how many times it was asked; the count lives in the instance.</summary>
    private static Props Counter() => Props.Create(() => new CountingActor());

    private int Count(IActorRef actor)
    {
        var probe = CreateTestProbe();
        actor.Tell("count", probe);
        return probe.ExpectMsg<int>();
    }

    private sealed class CountingActor : UntypedActor
    {
        private int _count;

        protected override void OnReceive(object message)
        {
            if (message is Exception exception)
                throw exception;

            Sender.Tell(++_count);
        }
    }

    private sealed class Creator : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(Context.ActorOf((Props)message));
    }
}
