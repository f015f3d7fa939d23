namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "termination of the system")]
public sealed class ActorSystemTests : ContractTest
{
    [Fact]
    public async Task Terminate_stops_every_actor_and_completes_WhenTerminated_afterwards()
    {
        var system = ActorSystem.Create("terminating", Patient);
        var stopped = new ConcurrentQueue<string>();
        var started = new CountdownEvent(20);
        for (var number = 0; number < 10; number++)
            system.ActorOf(Family(number).ToProps());
        Assert.True(started.Wait(Deadline));
        Assert.False(system.WhenTerminated.IsCompleted);

        await system.Terminate().WaitAsync(Deadline);

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
        var order = stopped.ToList();
        Assert.Equal(20, order.Count);
        for (var number = 0; number < 10; number++)
            Assert.True(order.IndexOf($"child {number}") < order.IndexOf($"parent {number}"));

        Script Family(int number) => new()
        {
            Started = context =>
            {
                started.Signal();
                var child = new Script { Started = _ => started.Signal(), Stopped = _ => stopped.Enqueue($"child {number}") };
                context.ActorOf(child.ToProps());
            },
            Stopped = _ => stopped.Enqueue($"parent {number}"),
        };
    }

    [Fact]
    public async Task Terminate_twice_is_one_termination()
    {
        var system = ActorSystem.Create("twice", Patient);

        await Task.WhenAll(system.Terminate(), system.Terminate()).WaitAsync(Deadline);
        await system.Terminate().WaitAsync(Deadline);

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Callbacks_registered_on_termination_run_in_reverse_order_after_the_actors_stopped()
    {
        var system = ActorSystem.Create("callbacks", Patient);
        var log = new ConcurrentQueue<string>();
        system.ActorOf(new Script { Stopped = _ => log.Enqueue("actor") }.ToProps()).Tell("hi");
        system.RegisterOnTermination(() => log.Enqueue("first registered"));
        system.RegisterOnTermination(() => log.Enqueue("second registered"));

        await system.Terminate().WaitAsync(Deadline);

        AwaitAssert(() => Assert.Equal(["actor", "second registered", "first registered"], log), Deadline);
    }

    [Fact]
    public async Task No_actor_is_created_after_termination()
    {
        var system = ActorSystem.Create("closed", Patient);

        await system.Terminate().WaitAsync(Deadline);

        Assert.Throws<InvalidOperationException>(() => system.ActorOf(new Script().ToProps()));
    }

    [Fact]
    public async Task Many_systems_come_and_go()
    {
        for (var number = 0; number < 20; number++)
        {
            var system = ActorSystem.Create("many", Patient);
            var echo = system.ActorOf(new Script { Receive = (context, message) => context.Sender.Tell(message) }.ToProps());
            Assert.Equal(number, await echo.Ask<int>(number, Deadline));
            await system.Terminate().WaitAsync(Deadline);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("a/b")]
    public void An_illegal_system_name_is_refused(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => ActorSystem.Create(name, Patient));

    [Fact]
    public void Paths_begin_with_the_name_of_the_system_and_the_user_guardian()
    {
        var actor = Act((_, _) => { }, "me");

        Assert.Equal($"akka://{Sys.Name}/user/me", actor.Path.ToString());
        Assert.Equal("user", actor.Path.Parent.Name);
        Assert.Equal(["user", "me"], actor.Path.Elements);
    }
}
