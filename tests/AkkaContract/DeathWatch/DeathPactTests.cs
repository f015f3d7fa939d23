namespace Akka.Flink.AkkaContract.Tests.DeathWatch;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "death pact")]
public sealed class DeathPactTests : ContractTest
{
    [Fact]
    public void An_unhandled_Terminated_fails_the_watcher_with_DeathPactException()
    {
        var target = Act((_, _) => { });
        var parent = Parent(new OneForOneStrategy(exception =>
        {
            TestActor.Tell(exception);
            return Directive.Stop;
        }));
        var watcher = ChildOf(parent, Props.Create(() => new Ignorant(target)));
        Watch(watcher);

        Sys.Stop(target);

        Assert.Equal(target, ExpectMsg<DeathPactException>().DeadActor);
        ExpectTerminated(watcher, Deadline);
    }

    [Fact]
    public void By_default_that_stops_the_watcher()
    {
        var target = Act((_, _) => { });
        var watcher = Sys.ActorOf(Props.Create(() => new Ignorant(target)));
        Watch(watcher);

        Sys.Stop(target);

        ExpectTerminated(watcher, Deadline);
    }

    /// <summary>Watches, and has no handler for what then comes.</summary>
    private sealed class Ignorant : ReceiveActor
    {
        public Ignorant(IActorRef target)
        {
            Context.Watch(target);
            Receive<string>(_ => { });
        }
    }
}
