namespace Akka.Flink.AkkaContract.Tests.Support;

using System.Diagnostics;
using Akka.Actor;
using Akka.TestKit.Xunit2;

/// <summary>What all promises share: patient deadlines, and a log that stays silent about the failures that the tests provoke.</summary>
public abstract class ContractTest(string config = "") : TestKit(Patient + config)
{
    /// <summary>How long a test waits for what must come; reached only when a promise is broken.</summary>
    protected static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>How long a test listens for what must not come.</summary>
    protected static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(150);

    /// <summary>Configuration for actor systems that a test creates on its own.</summary>
    protected const string Patient = """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.test.default-timeout = 20s
        akka.test.single-expect-default = 20s
        akka.test.filter-leeway = 20s

        """;

    /// <summary>Starts an actor that does <paramref name="receive"/> with each message; a <see cref="Gate"/> it passes by itself.</summary>
    protected IActorRef Act(Action<IActorContext, object> receive, string? name = null) =>
        Sys.ActorOf(new Script { Receive = receive }.ToProps(), name);

    /// <summary>Starts an actor that creates a child for each props that it is sent, and stops each child that it is sent.</summary>
    protected IActorRef Parent(SupervisorStrategy? strategy = null) => Sys.ActorOf(ParentScript(strategy).ToProps());

    /// <summary>The script of a parent; see <see cref="Parent"/>.</summary>
    protected static Script ParentScript(SupervisorStrategy? strategy = null) => new()
    {
        Strategy = strategy,
        Receive = (context, message) =>
        {
            if (message is IActorRef child)
                context.Stop(child);
            context.Sender.Tell(message is Props props ? context.ActorOf(props) : message);
        },
    };

    /// <summary>Has a parent create a child.</summary>
    protected IActorRef ChildOf(IActorRef parent, Props child)
    {
        var probe = CreateTestProbe();
        parent.Tell(child, probe);
        return probe.ExpectMsg<IActorRef>();
    }

    /// <summary>Has a parent stop a child; on return the child has been told, which for top-level actors is not so.</summary>
    protected void StopChild(IActorRef parent, IActorRef child)
    {
        var probe = CreateTestProbe();
        parent.Tell(child, probe);
        Assert.Equal(child, probe.ExpectMsg<IActorRef>());
    }

    /// <summary>Waits until the actors have started, so that what follows is scheduled in the order of the test.</summary>
    protected void AwaitStarted(params IActorRef[] actors)
    {
        var probe = CreateTestProbe();
        foreach (var actor in actors)
        {
            actor.Tell(new Identify(actor), probe);
            Assert.Equal(actor, probe.ExpectMsg<ActorIdentity>().Subject);
        }
    }

    /// <summary>Stops an actor and waits until it is gone.</summary>
    protected void StopAndAwait(IActorRef actor)
    {
        var probe = CreateTestProbe();
        probe.Watch(actor);
        Sys.Stop(actor);
        probe.ExpectTerminated(actor, Deadline);
    }

    /// <summary>Runs <paramref name="action"/> on a thread of its own, where no actor is current.</summary>
    protected static Task OnOwnThread(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The time since <paramref name="start"/>, a <see cref="Stopwatch"/> timestamp.</summary>
    protected static TimeSpan Since(long start) => Stopwatch.GetElapsedTime(start);
}
