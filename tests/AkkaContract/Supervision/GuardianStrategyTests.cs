namespace Akka.Flink.AkkaContract.Tests.Supervision;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "guardian strategy")]
public sealed class GuardianStrategyTests() : ContractTest(Stopping)
{
    private const string Stopping = """akka.actor.guardian-supervisor-strategy = "Akka.Actor.StoppingSupervisorStrategy" """;

    [Fact]
    public void The_guardian_supervises_as_configured()
    {
        var actor = Sys.ActorOf(new Script().ToProps());
        Watch(actor);

        actor.Tell(new FormatException("no"));

        ExpectTerminated(actor, Deadline);
    }
}
