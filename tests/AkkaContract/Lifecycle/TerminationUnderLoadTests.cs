namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "termination of the system")]
public sealed class TerminationUnderLoadTests : ContractTest
{
    [Fact]
    public async Task A_system_whose_actors_never_rest_terminates()
    {
        var system = ActorSystem.Create("restless", Patient);
        for (var pair = 0; pair < 50; pair++)
        {
            var left = system.ActorOf(new Script { Receive = (context, message) => context.Sender.Tell(message) }.ToProps());
            var right = system.ActorOf(new Script { Receive = (context, message) => context.Sender.Tell(message) }.ToProps());
            left.Tell("ball", right);
        }

        await system.Terminate().WaitAsync(Deadline);

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_system_whose_actors_fail_and_create_children_terminates()
    {
        var system = ActorSystem.Create("failing", Patient);
        for (var number = 0; number < 20; number++)
            system.ActorOf(new Script { Receive = Multiply }.ToProps()).Tell(0);

        await system.Terminate().WaitAsync(Deadline);

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);

        static void Multiply(IActorContext context, object message)
        {
            var depth = (int)message;
            context.Self.Tell(depth);
            if (depth < 3 && context.GetChildren().Count() < 3)
                context.ActorOf(new Script { Receive = Multiply }.ToProps()).Tell(depth + 1);
            else if (depth == 3)
                throw new FormatException("no");
        }
    }

    [Fact]
    public async Task A_system_with_a_hundred_thousand_messages_in_a_mailbox_terminates()
    {
        var system = ActorSystem.Create("full", Patient);
        var gate = new Gate();
        var actor = system.ActorOf(new Script().ToProps());
        actor.Tell(gate);
        gate.AwaitHeld();
        for (var number = 0; number < 100_000; number++)
            actor.Tell(number, ActorRefs.NoSender);

        var terminating = system.Terminate();
        gate.Open();
        await terminating.WaitAsync(Deadline);

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Actors_that_are_created_while_the_system_terminates_end_with_it()
    {
        for (var round = 0; round < 10; round++)
        {
            var system = ActorSystem.Create("ending", Patient);
            var actors = new List<IActorRef>();
            var creating = OnOwnThread(() => CreateUntilRefused(system, actors));
            await system.Terminate().WaitAsync(Deadline);
            await creating.WaitAsync(Deadline);

            await Task.WhenAll(actors.Select(actor => actor.WatchAsync())).WaitAsync(Deadline);
        }

        static void CreateUntilRefused(ActorSystem system, List<IActorRef> actors)
        {
            try
            {
                while (true)
                    actors.Add(system.ActorOf(new Script().ToProps()));
            }
            catch (InvalidOperationException)
            {
                // The guardian is about to end.
            }
        }
    }

    [Fact]
    public async Task Actors_are_created_and_stopped_by_the_thousand()
    {
        const int count = 20_000;
        var stopped = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = new Script
        {
            Receive = (context, _) => context.Stop(context.Self),
            Stopped = _ =>
            {
                if (Interlocked.Increment(ref stopped) == count)
                    all.SetResult();
            },
        };

        await OnOwnThread(() =>
        {
            for (var number = 0; number < count; number++)
                Sys.ActorOf(script.ToProps()).Tell("stop", ActorRefs.NoSender);
        }).WaitAsync(Deadline);

        await all.Task.WaitAsync(Deadline);
    }
}
