namespace Akka.Flink.AkkaContract.Tests.DeathWatch;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "death watch")]
public sealed class DeathWatchTests : ContractTest
{
    [Fact]
    public void Terminated_comes_once_however_often_the_actor_was_watched()
    {
        var actor = Act((_, _) => { });
        Watch(actor);
        Watch(actor);

        Sys.Stop(actor);

        ExpectTerminated(actor, Deadline);
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Terminated_comes_only_after_PostStop()
    {
        var actor = Sys.ActorOf(new Script { Stopped = _ => TestActor.Tell("stopped") }.ToProps());
        Watch(actor);

        actor.Tell(PoisonPill.Instance);

        ExpectMsg("stopped");
        ExpectTerminated(actor, Deadline);
    }

    [Fact]
    public void Terminated_comes_at_once_for_an_actor_that_is_already_dead()
    {
        var actor = Act((_, _) => { });
        StopAndAwait(actor);

        Watch(actor);

        ExpectTerminated(actor, Deadline);
    }

    [Fact]
    public void Terminated_comes_to_every_watcher()
    {
        var watchers = Enumerable.Range(0, 20).Select(_ => CreateTestProbe()).ToList();
        var actor = Act((_, _) => { });
        watchers.ForEach(watcher => watcher.Watch(actor));

        Sys.Stop(actor);

        watchers.ForEach(watcher => watcher.ExpectTerminated(actor, Deadline));
    }

    [Fact]
    public void Terminated_comes_after_what_the_actor_had_told_the_watcher()
    {
        var actor = Act((context, _) =>
        {
            for (var number = 0; number < 1000; number++)
                TestActor.Tell(number);
            context.Stop(context.Self);
        });
        Watch(actor);

        actor.Tell("go");

        Assert.Equal(Enumerable.Range(0, 1000).Cast<object>(), ReceiveN(1000, Deadline));
        ExpectTerminated(actor, Deadline);
    }

    [Fact]
    public void A_restart_is_no_termination()
    {
        var actor = Act((_, message) => TestActor.Tell(message));
        Watch(actor);

        actor.Tell(new FormatException("no"));
        actor.Tell("still here");

        ExpectMsg("still here");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_watch_outlives_a_restart_of_the_watched()
    {
        var actor = Act((_, message) => TestActor.Tell(message));
        Watch(actor);
        actor.Tell(new FormatException("no"));
        actor.Tell("still here");
        ExpectMsg("still here");

        Sys.Stop(actor);

        ExpectTerminated(actor, Deadline);
    }

    [Fact]
    public void Unwatch_ends_the_watch()
    {
        var actor = Act((_, _) => { });
        Watch(actor);
        Unwatch(actor);

        StopAndAwait(actor);

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Unwatch_removes_a_Terminated_that_waits_in_the_mailbox()
    {
        var gate = new Gate();
        var target = Act((_, _) => { });
        var watcher = Act((context, message) =>
        {
            if (message is "watch")
                context.Watch(target);
            else if (message is "unwatch")
                context.Unwatch(target);
            TestActor.Tell(message);
        });
        watcher.Tell("watch");
        ExpectMsg("watch");
        watcher.Tell(gate);
        gate.AwaitHeld();
        watcher.Tell("unwatch");
        StopAndAwait(target);

        gate.Open();

        ExpectMsg("unwatch");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void An_actor_may_be_watched_again_after_Unwatch()
    {
        var actor = Act((_, _) => { });
        Watch(actor);
        Unwatch(actor);
        Watch(actor);

        Sys.Stop(actor);

        ExpectTerminated(actor, Deadline);
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Two_actors_may_watch_each_other()
    {
        var left = Watcher("left");
        var right = Watcher("right");
        left.Tell(right);
        right.Tell(left);
        ExpectMsgAllOf("left watches", "right watches");

        Sys.Stop(left);

        ExpectMsg("right saw it");
        StopAndAwait(right);
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_child_may_watch_its_parent_and_the_parent_its_child()
    {
        var child = new Script { Started = context => context.Watch(context.Parent) };
        var parent = Act((context, message) =>
        {
            if (message is Terminated)
                TestActor.Tell("child is gone");
            else
                context.Watch(context.ActorOf(child.ToProps(), "child")).Tell(PoisonPill.Instance);
        });

        parent.Tell("go");

        ExpectMsg("child is gone");
        StopAndAwait(parent);
    }

    [Fact]
    public void The_sender_of_Terminated_is_the_actor_that_died()
    {
        var actor = Act((_, _) => { });
        Watch(actor);

        Sys.Stop(actor);

        var terminated = ExpectTerminated(actor, Deadline);
        Assert.Equal(actor, LastSender);
        Assert.True(terminated.ExistenceConfirmed);
        Assert.False(terminated.AddressTerminated);
    }

    [Fact]
    public void A_dead_watcher_is_forgotten()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.DeadLetter));
        var target = Act((_, _) => { });
        var watcher = Act((context, _) =>
        {
            context.Watch(target);
            context.Stop(context.Self);
        });
        var probe = CreateTestProbe();
        probe.Watch(watcher);
        watcher.Tell("go");
        probe.ExpectTerminated(watcher, Deadline);

        StopAndAwait(target);

        ExpectNoMsg(Silence);
    }

    private IActorRef Watcher(string name) => Act((context, message) =>
    {
        if (message is IActorRef other)
        {
            context.Watch(other);
            TestActor.Tell($"{name} watches");
        }
        else if (message is Terminated)
        {
            TestActor.Tell($"{name} saw it");
        }
    });
}
