namespace Akka.Flink.AkkaContract.Tests.Supervision;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "stash over a restart")]
public sealed class StashOverRestartTests : ContractTest
{
    [Fact]
    public void Stashed_messages_survive_a_restart_and_come_before_later_mail()
    {
        var incarnations = new int[1];
        var actor = Sys.ActorOf(Props.Create(() => new Stasher(TestActor, incarnations)));

        actor.Tell("a");
        actor.Tell("b");
        actor.Tell(new FormatException("no"));
        actor.Tell("c");

        ExpectMsg("a in 2");
        ExpectMsg("b in 2");
        ExpectMsg("c in 2");
        ExpectNoMsg(Silence);
    }

    /// <summary>The first incarnation stashes, the second reports.</summary>
    private sealed class Stasher : ReceiveActor, IWithUnboundedStash
    {
        public Stasher(IActorRef listener, int[] incarnations)
        {
            var incarnation = ++incarnations[0];
            Receive<FormatException>(exception => Fail(exception));
            if (incarnation == 1)
                Receive<string>(_ => Stash.Stash());
            else
                Receive<string>(text => listener.Tell($"{text} in {incarnation}"));
        }

        public IStash Stash { get; set; } = null!;

        private static void Fail(Exception exception) => throw exception;
    }
}
