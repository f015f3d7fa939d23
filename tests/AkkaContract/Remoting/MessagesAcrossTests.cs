namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;

[Trait("promise", "remoting")]
public sealed class MessagesAcrossTests : RemotingTest
{
    [Fact]
    public void A_message_reaches_an_actor_of_another_system_and_its_answer_comes_back()
    {
        var other = StartOther();
        var echo = Reach(Sys, Echo(other), other);

        echo.Tell("hello", TestActor);

        ExpectMsg("hello");
        Assert.Equal(echo, LastSender);
        Assert.Equal(AddressOf(other), LastSender.Path.Address);
    }

    [Fact]
    public async Task An_ask_is_answered_from_another_system()
    {
        var other = StartOther();
        var echo = Reach(Sys, Echo(other), other);

        Assert.Equal(42, await echo.Ask<int>(42, Deadline));
        Assert.Equal(1L << 40, await echo.Ask<long>(1L << 40, Deadline));
    }

    [Fact]
    public async Task An_ask_that_is_answered_with_a_failure_fails_with_its_text()
    {
        var other = StartOther();
        var failing = Reach(Sys, ActIn(other, (context, _) =>
            context.Sender.Tell(new Status.Failure(new InvalidOperationException("no such thing")))), other);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => failing.Ask<string>("question", Deadline));

        Assert.Contains("no such thing", failure.ToString());
    }

    [Fact]
    public async Task A_selection_finds_an_actor_of_another_system()
    {
        var other = StartOther();
        var echo = Echo(other, "echo");

        var found = await Sys.ActorSelection(new RootActorPath(AddressOf(other)) / "user" / "echo").ResolveOne(Deadline);

        Assert.Equal(echo.Path.Uid, found.Path.Uid);
        Assert.Equal(Reach(Sys, echo, other), found);
    }

    [Fact]
    public void A_selection_with_a_wildcard_reaches_all_that_match_over_there()
    {
        var other = StartOther();
        Echo(other, "one");
        Echo(other, "two");
        Echo(other, "three");

        Sys.ActorSelection($"{AddressOf(other)}/user/t*").Tell("hello", TestActor);

        ExpectMsg("hello");
        ExpectMsg("hello");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void An_identification_of_what_does_not_exist_is_answered_without_subject()
    {
        var other = StartOther();

        Sys.ActorSelection($"{AddressOf(other)}/user/nobody").Tell(new Identify("who"), TestActor);

        Assert.Equal(new ActorIdentity("who", null), ExpectMsg<ActorIdentity>());
    }

    [Fact]
    public void A_reference_inside_a_message_can_be_used_where_it_arrives()
    {
        var other = StartOther();
        var third = StartOther("third");
        var caller = Reach(Sys, ActIn(other, (context, message) => ((IActorRef)message).Tell("called", context.Self)), other);

        caller.Tell(Reach(Sys, ActIn(third, (_, message) => TestActor.Tell($"third {message}")), third), TestActor);
        ExpectMsg("third called");

        caller.Tell(TestActor, TestActor);
        ExpectMsg("called");
        Assert.Equal(caller, LastSender);
    }

    [Fact]
    public void A_poison_pill_stops_an_actor_of_another_system()
    {
        var other = StartOther();
        var echo = Reach(Sys, Echo(other), other);
        Watch(echo);

        echo.Tell("before", TestActor);
        echo.Tell(PoisonPill.Instance, TestActor);

        ExpectMsg("before");
        ExpectTerminated(echo, Deadline);
    }
}
