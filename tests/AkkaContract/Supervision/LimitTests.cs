namespace Akka.Flink.AkkaContract.Tests.Supervision;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "restart limits")]
public sealed class LimitTests : ContractTest
{
    [Fact]
    public void More_restarts_than_allowed_within_the_time_range_stop_the_child()
    {
        var child = Child(new OneForOneStrategy(2, TimeSpan.FromMinutes(5), _ => Directive.Restart));

        Fail(child);
        ExpectMsg("started 2");
        Fail(child);
        ExpectMsg("started 3");
        Fail(child);

        ExpectTerminated(child, Deadline);
    }

    [Fact]
    public void More_restarts_than_allowed_without_a_time_range_stop_the_child()
    {
        var child = Child(new OneForOneStrategy(1, null, _ => Directive.Restart));

        Fail(child);
        ExpectMsg("started 2");
        Fail(child);

        ExpectTerminated(child, Deadline);
    }

    [Fact]
    public void No_restart_is_made_when_none_is_allowed()
    {
        var child = Child(new OneForOneStrategy(0, TimeSpan.FromMinutes(5), _ => Directive.Restart));

        Fail(child);

        ExpectTerminated(child, Deadline);
    }

    [Fact]
    public void Failures_further_apart_than_the_time_range_do_not_add_up()
    {
        var child = Child(new OneForOneStrategy(1, TimeSpan.FromMilliseconds(20), _ => Directive.Restart));

        for (var restart = 2; restart <= 5; restart++)
        {
            Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(60), child, new FormatException("no"), ActorRefs.NoSender);
            ExpectMsg($"started {restart}");
        }
    }

    [Fact]
    public void Without_a_limit_restarts_go_on()
    {
        var child = Child(new OneForOneStrategy(_ => Directive.Restart));

        for (var restart = 2; restart <= 50; restart++)
        {
            Fail(child);
            ExpectMsg($"started {restart}");
        }
    }

    [Fact]
    public void Resuming_does_not_count_as_a_restart()
    {
        static Directive Decide(Exception exception) => exception is FormatException ? Directive.Resume : Directive.Restart;
        var parent = Parent(new OneForOneStrategy(1, TimeSpan.FromMinutes(5), Decide));
        var started = 0;
        var child = ChildOf(parent, new Script { Started = _ => TestActor.Tell($"started {++started}") }.ToProps());
        ExpectMsg("started 1");

        for (var failure = 0; failure < 5; failure++)
            child.Tell(new FormatException("no"));
        child.Tell(new InvalidOperationException("no"));

        ExpectMsg("started 2");
    }

    [Fact]
    public void All_for_one_stops_every_child_when_one_exceeds_the_limit()
    {
        var parent = Parent(new AllForOneStrategy(0, TimeSpan.FromMinutes(5), _ => Directive.Restart));
        var (left, right) = (ChildOf(parent, new Script().ToProps()), ChildOf(parent, new Script().ToProps()));
        Watch(right);

        Fail(left);

        ExpectTerminated(right, Deadline);
    }

    private static void Fail(IActorRef child) => child.Tell(new FormatException("no"));

    private IActorRef Child(SupervisorStrategy strategy)
    {
        var started = 0;
        var child = ChildOf(Parent(strategy), new Script { Started = _ => TestActor.Tell($"started {++started}") }.ToProps());
        ExpectMsg("started 1");
        Watch(child);
        return child;
    }
}
