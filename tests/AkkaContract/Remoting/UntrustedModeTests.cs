namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

/// <summary>A system that does not trust the others: they may send messages, and nothing that ends or explores it.</summary>
[Trait("promise", "remoting")]
public sealed class UntrustedModeTests : RemotingTest
{
    private const string Untrusted = """
        akka.remote {
          untrusted-mode = on
          trusted-selection-paths = ["/user/open"]
        }

        """;

    [Fact]
    public void Messages_to_references_arrive()
    {
        var other = StartOther(config: Untrusted);

        Reach(Sys, Echo(other), other).Tell("hello", TestActor);

        ExpectMsg("hello", Deadline);
    }

    [Fact]
    public void What_ends_an_actor_is_dropped_and_what_follows_arrives()
    {
        var other = StartOther(config: Untrusted);
        var echo = Reach(Sys, Echo(other), other);

        echo.Tell(PoisonPill.Instance, TestActor);
        echo.Tell("still there", TestActor);

        ExpectMsg("still there", Deadline);
    }

    [Fact]
    public void The_same_ends_an_actor_of_a_system_that_trusts()
    {
        var other = StartOther();
        var watched = Watch(Reach(Sys, Echo(other), other));

        watched.Tell(PoisonPill.Instance, TestActor);

        ExpectTerminated(watched, Deadline);
    }

    [Fact]
    public void Selections_reach_only_the_paths_that_are_open()
    {
        var other = StartOther(config: Untrusted);
        Echo(other, "open");
        Echo(other, "closed");

        Selection(other, "closed").Tell("to the closed one", TestActor);
        Selection(other, "closed").Tell(new Identify(1), TestActor);
        Selection(other, "open").Tell(PoisonPill.Instance, TestActor);
        Selection(other, "open").Tell("to the open one", TestActor);

        ExpectMsg("to the open one", Deadline);   // in order: what came before was dropped
    }

    private ActorSelection Selection(ActorSystem system, string name) => Sys.ActorSelection($"{AddressOf(system)}/user/{name}");
}
