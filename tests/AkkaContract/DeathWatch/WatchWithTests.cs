namespace Akka.Flink.AkkaContract.Tests.DeathWatch;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "watch with a message")]
public sealed class WatchWithTests : ContractTest
{
    [Fact]
    public void WatchWith_delivers_the_message_instead_of_Terminated()
    {
        var target = Act((_, _) => { });
        var watcher = Act((context, message) =>
        {
            if (message is "watch")
                context.WatchWith(target, new Gone("target"));
            TestActor.Tell(message);
        });
        watcher.Tell("watch");
        ExpectMsg("watch");

        Sys.Stop(target);

        ExpectMsg(new Gone("target"));
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void WatchWith_of_a_dead_actor_delivers_the_message_too()
    {
        var target = Act((_, _) => { });
        StopAndAwait(target);
        var watcher = Act((context, message) =>
        {
            if (message is "watch")
                context.WatchWith(target, new Gone("target"));
            else
                TestActor.Tell(message);
        });

        watcher.Tell("watch");

        ExpectMsg(new Gone("target"));
    }

    [Fact]
    public void Unwatch_ends_WatchWith()
    {
        var target = Act((_, _) => { });
        var watcher = Act((context, message) =>
        {
            if (message is "watch")
            {
                context.WatchWith(target, new Gone("target"));
                context.Unwatch(target);
            }

            TestActor.Tell(message);
        });
        watcher.Tell("watch");
        ExpectMsg("watch");

        StopAndAwait(target);

        ExpectNoMsg(Silence);
    }

    private sealed record Gone(string Name);
}
