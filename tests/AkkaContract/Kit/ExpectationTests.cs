namespace Akka.Flink.AkkaContract.Tests.Kit;

using System.Collections;
using Akka.Actor;
using Akka.TestKit.TestActors;
using Akka.TestKit.Xunit2;
using Xunit.Sdk;

[Trait("promise", "test kit")]
public sealed class ExpectationTests : TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void Messages_are_expected_in_the_order_in_which_they_came()
    {
        TestActor.Tell("one");
        TestActor.Tell(2);
        TestActor.Tell("three");

        ExpectMsg("one");
        Assert.Equal(2, ExpectMsg<int>(number => number > 1));
        ExpectMsg<string>((text, sender) =>
        {
            Assert.Equal("three", text);
            Assert.Equal(TestActor, sender);
        });
        Assert.False(HasMessages);
        Assert.Equal("three", LastMessage);
    }

    [Fact]
    public void A_failure_names_the_expected_type_and_what_came()
    {
        TestActor.Tell("surprise");

        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsg<int>());

        Assert.Contains("System.Int32", failure.Message);
        Assert.Contains("surprise", failure.Message);
    }

    [Fact]
    public void A_failure_names_the_given_hint()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsg<int>(Short, "the number of the day"));

        Assert.Contains("System.Int32", failure.Message);
        Assert.Contains("the number of the day", failure.Message);
    }

    [Fact]
    public void A_failed_expectation_takes_the_message()
    {
        TestActor.Tell("wrong");
        TestActor.Tell("right");

        Assert.ThrowsAny<XunitException>(() => ExpectMsg("right"));

        ExpectMsg("right");
    }

    [Fact]
    public void Equal_collections_are_equal_messages()
    {
        TestActor.Tell(new[] { 1, 2, 3 });

        ExpectMsg(new[] { 1, 2, 3 });
    }

    [Fact]
    public void An_assertion_of_the_test_fails_with_its_own_exception()
    {
        TestActor.Tell("text");

        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(text => Assert.Equal("other", text)));

        Assert.Contains("other", failure.Message);
    }

    [Fact]
    public void ExpectMsgFrom_looks_at_the_sender()
    {
        var (friend, stranger) = (CreateTestProbe(), CreateTestProbe());
        TestActor.Tell("hello", friend.Ref);
        TestActor.Tell("hello", stranger.Ref);

        ExpectMsgFrom<string>(friend.Ref);

        Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom<string>(friend.Ref));
    }

    [Fact]
    public void ExpectMsgAllOf_takes_messages_in_any_order()
    {
        TestActor.Tell(2);
        TestActor.Tell(1);

        Assert.Equal([2, 1], ExpectMsgAllOf(1, 2));
    }

    [Fact]
    public void ExpectMsgAllOf_fails_on_a_message_that_was_not_given()
    {
        TestActor.Tell(1);
        TestActor.Tell(3);

        Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOf(1, 2));
    }

    [Fact]
    public void ExpectMsgAnyOf_takes_one_of_the_given_messages()
    {
        TestActor.Tell("b");

        Assert.Equal("b", ExpectMsgAnyOf(["a", "b"]));
    }

    [Fact]
    public void FishForMessage_drops_what_comes_before()
    {
        TestActor.Tell("small fry");
        TestActor.Tell(1);
        TestActor.Tell(100);
        TestActor.Tell("rest");
        var dropped = new ArrayList();

        Assert.Equal(100, FishForMessage<int>(number => number > 10, dropped));

        Assert.Equal(new object[] { "small fry", 1 }, dropped.ToArray());
        ExpectMsg("rest");
    }

    [Fact]
    public void FishForMessage_fails_when_nothing_bites()
    {
        TestActor.Tell("small fry");

        Assert.ThrowsAny<XunitException>(() => FishForMessage(message => message is int, Short));
    }

    [Fact]
    public void ReceiveWhile_leaves_the_first_message_that_ends_it()
    {
        TestActor.Tell(1);
        TestActor.Tell(2);
        TestActor.Tell("end");

        Assert.Equal(["1", "2"], ReceiveWhile(TimeSpan.FromSeconds(3), message => (message as int?)?.ToString()));

        ExpectMsg("end");
    }

    [Fact]
    public void ReceiveN_takes_so_many_messages()
    {
        TestActor.Tell(1);
        TestActor.Tell(2);
        TestActor.Tell(3);

        Assert.Equal(new object[] { 1, 2 }, ReceiveN(2));

        ExpectMsg(3);
        Assert.ThrowsAny<XunitException>(() => ReceiveN(1, Short));
    }

    [Fact]
    public void ReceiveOne_returns_null_when_nothing_comes() => Assert.Null(ReceiveOne(Short));

    [Fact]
    public void ExpectNoMsg_fails_when_a_message_comes()
    {
        ExpectNoMsg(Short);
        TestActor.Tell("noise");

        var failure = Assert.ThrowsAny<XunitException>(() => ExpectNoMsg(Short));

        Assert.Contains("noise", failure.Message);
    }

    [Fact]
    public void ExpectTerminated_sees_the_end_of_a_watched_actor()
    {
        var actor = ActorOf(BlackHoleActor.Props);
        Watch(actor);

        Sys.Stop(actor);

        Assert.Equal(actor, ExpectTerminated(actor).ActorRef);
    }

    [Fact]
    public void An_actor_that_is_no_longer_watched_ends_unseen()
    {
        var actor = ActorOf(BlackHoleActor.Props);
        var probe = CreateTestProbe();
        Watch(actor);
        probe.Watch(actor);
        Unwatch(actor);

        Sys.Stop(actor);

        probe.ExpectTerminated(actor);
        ExpectNoMsg(Short);
    }

    [Fact]
    public void Ignored_messages_are_not_collected()
    {
        IgnoreMessages<int>(number => number < 10);
        TestActor.Tell(1);
        TestActor.Tell(10);
        ExpectMsg(10);

        IgnoreNoMessages();
        TestActor.Tell(1);

        ExpectMsg(1);
    }
}
