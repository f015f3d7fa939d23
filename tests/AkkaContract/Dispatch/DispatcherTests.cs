namespace Akka.Flink.AkkaContract.Tests.Dispatch;

using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "dispatchers")]
public sealed class DispatcherTests() : ContractTest(Dispatchers)
{
    private const string Dispatchers = """
        akka.actor.default-dispatcher { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 2 } }
        three { type = ForkJoinDispatcher, throughput = 10, dedicated-thread-pool { thread-count = 3 } }
        fork-join-executor { type = Dispatcher, executor = fork-join-executor, throughput = 10, dedicated-thread-pool { thread-count = 3 } }
        pinned { type = PinnedDispatcher }
        """;

    [Theory]
    [InlineData("pinned")]
    [InlineData("three")]
    public void A_blocked_default_dispatcher_does_not_stop_an_actor_on_another_one(string dispatcher)
    {
        var other = Sys.ActorOf(Echo().WithDispatcher(dispatcher));
        AwaitStarted(other);
        var gates = Enumerable.Range(0, 4).Select(_ => new Gate()).ToList();
        foreach (var gate in gates)
            Act((_, _) => { }).Tell(gate);
        gates[0].AwaitHeld();
        gates[1].AwaitHeld();

        for (var number = 0; number < 100; number++)
        {
            other.Tell(number, TestActor);
            ExpectMsg(number);
        }

        gates.ForEach(gate => gate.Open());
    }

    [Fact]
    public void A_dispatcher_with_n_threads_runs_n_actors_at_once_and_no_more()
    {
        var gate = new Gate();
        var actors = Enumerable.Range(0, 12).Select(_ => Sys.ActorOf(new Script
        {
            Receive = (_, _) =>
            {
                TestActor.Tell("inside");
                gate.Hold();
            },
        }.ToProps().WithDispatcher("three"))).ToList();

        actors.ForEach(actor => actor.Tell("enter"));
        ReceiveN(3, Deadline);
        ExpectNoMsg(Silence);
        gate.Open();

        ReceiveN(9, Deadline);
    }

    [Theory]
    [InlineData("three")]
    [InlineData("fork-join-executor")]
    public void Actors_run_on_the_dedicated_threads_of_their_dispatcher_which_bear_its_name(string dispatcher)
    {
        var threads = Threads(dispatcher, actors: 10, messagesEach: 20);

        Assert.InRange(threads.Distinct().Count(), 1, 3);
        Assert.All(threads, thread =>
        {
            Assert.False(thread.IsThreadPoolThread);
            Assert.Contains(dispatcher, thread.Name, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_pinned_actor_always_runs_on_one_thread_that_is_its_own()
    {
        var left = Threads("pinned", actors: 1, messagesEach: 200).Distinct().ToList();
        var right = Threads("pinned", actors: 1, messagesEach: 200).Distinct().ToList();

        Assert.Single(left);
        Assert.Single(right);
        Assert.NotSame(left[0], right[0]);
        Assert.False(left[0].IsThreadPoolThread);
    }

    [Fact]
    public void A_thread_that_was_not_needed_stays_free_for_others_in_the_pool()
    {
        var gate = new Gate();
        Sys.ActorOf(new Script().ToProps().WithDispatcher("three")).Tell(gate);
        gate.AwaitHeld();
        var other = Sys.ActorOf(Echo().WithDispatcher("three"));

        other.Tell("hello", TestActor);

        ExpectMsg("hello");
        gate.Open();
    }

    [Fact]
    public void An_unknown_dispatcher_is_an_error_that_names_it()
    {
        var error = Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Echo().WithDispatcher("no-such-dispatcher")));

        Assert.Contains("no-such-dispatcher", error.Message, StringComparison.Ordinal);
        Assert.False(Sys.Dispatchers.HasDispatcher("no-such-dispatcher"));
        error = Assert.Throws<ConfigurationException>(() => Sys.Dispatchers.Lookup("no-such-dispatcher"));
        Assert.Contains("no-such-dispatcher", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dispatcher_is_made_once_and_has_the_configured_throughput()
    {
        Assert.True(Sys.Dispatchers.HasDispatcher("three"));
        Assert.Same(Sys.Dispatchers.Lookup("three"), Sys.Dispatchers.Lookup("three"));
        Assert.Equal(10, Sys.Dispatchers.Lookup("three").Throughput);
        Assert.Equal(30, Sys.Dispatchers.DefaultGlobalDispatcher.Throughput);
    }

    [Fact]
    public void The_context_tells_the_dispatcher_of_the_actor()
    {
        var props = new Script { Receive = (context, _) => TestActor.Tell(context.Dispatcher) }.ToProps();
        var actor = Sys.ActorOf(props.WithDispatcher("three"));

        actor.Tell("which");

        Assert.Same(Sys.Dispatchers.Lookup("three"), ExpectMsg<Akka.Dispatch.MessageDispatcher>());
    }

    [Fact]
    public async Task Deployment_configuration_gives_an_actor_its_dispatcher()
    {
        using var system = ActorSystem.Create("deployed", Patient + """
            akka.actor.deployment { /worker { dispatcher = mine } }
            mine { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 1 } }
            """);
        var name = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);

        system.ActorOf(new Script { Started = _ => name.SetResult(Thread.CurrentThread.Name) }.ToProps(), "worker");

        Assert.Contains("mine", await name.Task.WaitAsync(Deadline), StringComparison.Ordinal);
    }

    private static Props Echo() => new Script { Receive = (context, message) => context.Sender.Tell(message) }.ToProps();

    /// <summary>The thread of each message that actors on <paramref name="dispatcher"/> handled.</summary>
    private List<Thread> Threads(string dispatcher, int actors, int messagesEach)
    {
        var threads = new ConcurrentQueue<Thread>();
        var script = new Script
        {
            Receive = (_, _) =>
            {
                threads.Enqueue(Thread.CurrentThread);
                TestActor.Tell("handled");
            },
        };
        var workers = Enumerable.Range(0, actors).Select(_ => Sys.ActorOf(script.ToProps().WithDispatcher(dispatcher))).ToList();
        for (var number = 0; number < messagesEach; number++)
            workers.ForEach(worker => worker.Tell("work"));
        ReceiveN(actors * messagesEach, Deadline);
        return [.. threads];
    }
}
