namespace Akka.Flink.AkkaContract.Tests.Supervision;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "deciders")]
public sealed class DeciderTests : ContractTest
{
    [Fact]
    public void The_default_decider_stops_an_actor_whose_constructor_throws()
    {
        var child = ChildOf(Parent(), new Script { Constructed = _ => throw new FormatException("no") }.ToProps());

        Watch(child);

        ExpectTerminated(child, Deadline);
    }

    [Fact]
    public void The_default_decider_stops_an_actor_whose_PreStart_throws()
    {
        var child = ChildOf(Parent(), new Script { Started = _ => throw new FormatException("no") }.ToProps());

        Watch(child);

        ExpectTerminated(child, Deadline);
    }

    [Fact]
    public void The_default_decider_stops_an_actor_that_is_killed()
    {
        var child = ChildOf(Parent(), new Script().ToProps());
        Watch(child);

        child.Tell(Kill.Instance);

        ExpectTerminated(child, Deadline);
    }

    [Fact]
    public void The_default_decider_restarts_after_other_exceptions()
    {
        var started = 0;
        var child = ChildOf(Parent(), new Script { Started = _ => TestActor.Tell(++started) }.ToProps());
        ExpectMsg(1);

        child.Tell(new FormatException("no"));
        ExpectMsg(2);
        child.Tell(new FormatException("no"));

        ExpectMsg(3);
    }

    [Fact]
    public void A_failing_constructor_reaches_the_strategy_as_ActorInitializationException_with_its_cause()
    {
        var failure = new FormatException("no");
        var parent = Parent(new OneForOneStrategy(exception =>
        {
            TestActor.Tell(exception);
            return Directive.Stop;
        }));

        ChildOf(parent, new Script { Constructed = _ => throw failure }.ToProps());

        var exception = ExpectMsg<ActorInitializationException>();
        var causes = new List<Exception>();
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            causes.Add(cause);
        Assert.Contains(failure, causes);
    }

    [Fact]
    public void A_constructor_may_succeed_when_it_is_tried_again()
    {
        var attempts = 0;
        var parent = Parent(new OneForOneStrategy(_ => Directive.Restart));

        ChildOf(parent, new Script
        {
            Constructed = _ =>
            {
                if (++attempts < 3)
                    throw new FormatException("no");
            },
            Started = _ => TestActor.Tell($"started at attempt {attempts}"),
        }.ToProps());

        ExpectMsg("started at attempt 3");
    }

    [Fact]
    public void A_decider_from_types_takes_the_directive_of_the_exception_type_or_the_default()
    {
        var decider = Decider.From(
            Directive.Restart,
            Directive.Stop.When<ArgumentException>(),
            Directive.Resume.When<FormatException>(),
            Directive.Escalate.When<TimeoutException>());

        Assert.Equal(Directive.Stop, decider.Decide(new ArgumentException()));
        Assert.Equal(Directive.Resume, decider.Decide(new FormatException()));
        Assert.Equal(Directive.Escalate, decider.Decide(new TimeoutException()));
        Assert.Equal(Directive.Restart, decider.Decide(new InvalidOperationException()));
    }

    [Fact]
    public void The_default_decider_is_public_and_says_the_same()
    {
        var decider = SupervisorStrategy.DefaultDecider;

        Assert.Equal(Directive.Stop, decider.Decide(new ActorInitializationException("no")));
        Assert.Equal(Directive.Stop, decider.Decide(new ActorKilledException("no")));
        Assert.Equal(Directive.Stop, decider.Decide(new DeathPactException(TestActor)));
        Assert.Equal(Directive.Restart, decider.Decide(new FormatException("no")));
    }

    [Fact]
    public void The_stopping_strategy_stops_whatever_happens()
    {
        var child = ChildOf(Parent(SupervisorStrategy.StoppingStrategy), new Script().ToProps());
        Watch(child);

        child.Tell(new FormatException("no"));

        ExpectTerminated(child, Deadline);
    }

    [Fact]
    public void The_guardian_restarts_top_level_actors()
    {
        var started = 0;
        var actor = Sys.ActorOf(new Script { Started = _ => TestActor.Tell(++started) }.ToProps());
        ExpectMsg(1);

        actor.Tell(new FormatException("no"));

        ExpectMsg(2);
    }
}
