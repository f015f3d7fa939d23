namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;
using Akka.Configuration;
using Akka.Flink.AkkaContract.Tests.Support;
using Akka.Serialization;

/// <summary>Two actor systems that reach each other over loopback: that of the test, and others that it starts.</summary>
/// <remarks>
/// In all of them what has no serializer of its own is refused: a message of the toolkit that fell back to JSON, with names of types in
/// it, would not arrive.
/// </remarks>
public abstract class RemotingTest : ContractTest
{
    /// <summary>Remoting at a free port of loopback, with short times.</summary>
    protected const string Remote = """

        akka.actor {
          provider = remote
          serializers.refusing = "Akka.Flink.AkkaContract.Tests.Remoting.RefusingSerializer, Akka.Flink.AkkaContract.Tests"
          serialization-bindings."System.Object" = refusing
        }
        akka.remote {
          retry-gate-closed-for = 200 ms
          dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
          watch-failure-detector {
            heartbeat-interval = 200 ms
            acceptable-heartbeat-pause = 2 s
            unreachable-nodes-reaper-interval = 200 ms
          }
        }

        """;

    private readonly List<ActorSystem> _others = [];

    /// <summary>Starts the system of the test, and silences what the tests provoke.</summary>
    protected RemotingTest(string config = "")
        : base(config + Remote)
    {
        EventFilter.DeadLetter().Mute();
        EventFilter.Warning().Mute();
        EventFilter.Error().Mute();
    }

    /// <summary>Starts another system; it ends with the test.</summary>
    protected ActorSystem StartOther(string name = "other", string config = "")
    {
        var system = ActorSystem.Create(name, ConfigurationFactory.ParseString(config).WithFallback(Patient + Remote));
        _others.Add(system);
        return system;
    }

    /// <summary>Ends a system and waits for that.</summary>
    protected static void End(ActorSystem system) => Assert.True(system.Terminate().Wait(Deadline), $"{system} did not end.");

    /// <summary>Where a system can be reached.</summary>
    protected static Address AddressOf(ActorSystem system) => ((ExtendedActorSystem)system).Provider.DefaultAddress;

    /// <summary>The reference that <paramref name="from"/> has to an actor of another system, found by its path.</summary>
    protected static IActorRef Reach(ActorSystem from, IActorRef actor, ActorSystem system) =>
        ((ExtendedActorSystem)from).Provider.ResolveActorRef(Serialization.WithTransport(
            (ExtendedActorSystem)system, () => Serialization.SerializedActorPath(actor)));

    /// <summary>Starts an actor in another system.</summary>
    protected static IActorRef ActIn(ActorSystem system, Action<IActorContext, object> receive, string? name = null) =>
        system.ActorOf(new Script { Receive = receive }.ToProps(), name);

    /// <summary>Starts an actor that sends back what it gets.</summary>
    protected static IActorRef Echo(ActorSystem system, string? name = null) =>
        ActIn(system, (context, message) => context.Sender.Tell(message, context.Self), name);

    protected override void AfterAll()
    {
        foreach (var system in _others)
            End(system);
        base.AfterAll();
    }
}
