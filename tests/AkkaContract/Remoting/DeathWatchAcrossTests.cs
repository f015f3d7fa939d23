namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;

[Trait("promise", "remoting")]
public sealed class DeathWatchAcrossTests : RemotingTest
{
    [Fact]
    public void The_end_of_an_actor_is_told_to_a_watcher_in_another_system()
    {
        var other = StartOther();
        var local = Echo(other);
        var remote = Reach(Sys, local, other);
        Watch(remote);
        remote.Tell("runs", TestActor);
        ExpectMsg("runs");

        other.Stop(local);

        var terminated = ExpectTerminated(remote, Deadline);
        Assert.True(terminated.ExistenceConfirmed);
        Assert.False(terminated.AddressTerminated);
    }

    [Fact]
    public void The_end_comes_after_all_messages_of_the_actor()
    {
        var other = StartOther();
        var talker = Reach(Sys, ActIn(other, (context, _) =>
        {
            for (var i = 0; i < 1_000; i++)
                context.Sender.Tell(i, context.Self);
            context.Stop(context.Self);
        }), other);
        Watch(talker);

        talker.Tell("talk", TestActor);

        for (var i = 0; i < 1_000; i++)
            ExpectMsg(i);
        ExpectTerminated(talker, Deadline);
    }

    [Fact]
    public void Who_watches_what_is_gone_already_is_told_at_once()
    {
        var other = StartOther();
        var local = Echo(other);
        var remote = Reach(Sys, local, other);
        Watch(remote);
        other.Stop(local);
        ExpectTerminated(remote, Deadline);

        Watch(remote);

        ExpectTerminated(remote, Deadline);
    }

    [Fact]
    public void Who_no_longer_watches_is_not_told()
    {
        var other = StartOther();
        var local = Echo(other);
        var second = Echo(other);
        var remote = Reach(Sys, local, other);
        var secondRemote = Reach(Sys, second, other);
        Watch(remote);
        Watch(secondRemote);
        Unwatch(remote);
        remote.Tell("runs", TestActor);
        ExpectMsg("runs");

        other.Stop(local);
        other.Stop(second);

        ExpectTerminated(secondRemote, Deadline);
        ExpectNoMsg(Silence);
    }
}
