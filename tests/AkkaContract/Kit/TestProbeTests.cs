namespace Akka.Flink.AkkaContract.Tests.Kit;

using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

[Trait("promise", "test kit")]
public sealed class TestProbeTests : TestKit
{
    [Fact]
    public void A_probe_answers_the_sender_of_the_last_message()
    {
        var probe = CreateTestProbe();
        probe.Ref.Tell("question");
        probe.ExpectMsg("question");

        probe.Reply("answer");

        ExpectMsgFrom(probe.Ref, "answer");
    }

    [Fact]
    public void A_probe_sends_in_its_own_name()
    {
        var probe = CreateTestProbe("sender");

        probe.Send(TestActor, "hello");

        ExpectMsgFrom(probe.Ref, "hello");
        Assert.Equal("sender", LastSender.Path.Name);
    }

    [Fact]
    public void A_probe_forwards_in_the_name_of_the_sender()
    {
        var (middle, end) = (CreateTestProbe(), CreateTestProbe());
        middle.Ref.Tell("letter");
        middle.ExpectMsg("letter");

        middle.Forward(end.Ref);

        end.ExpectMsgFrom(TestActor, "letter");
    }

    [Fact]
    public void A_probe_stands_for_its_actor()
    {
        var probe = CreateTestProbe();

        probe.Tell("direct");
        TestActor.Tell("in its name", probe);

        probe.ExpectMsg("direct");
        ExpectMsgFrom<string>(probe.Ref);
        Assert.True(probe.Equals(probe.Ref));
        Assert.Equal(probe.Ref.GetHashCode(), probe.GetHashCode());
    }

    [Fact]
    public void Probes_do_not_share_messages()
    {
        var (one, other) = (CreateTestProbe(), CreateTestProbe());

        one.Ref.Tell("for one");

        one.ExpectMsg("for one");
        Assert.False(other.HasMessages);
        Assert.False(HasMessages);
    }

    [Fact]
    public void An_auto_pilot_handles_messages_until_it_stops()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"re: {message}", ActorRefs.NoSender);
            return message is "last" ? AutoPilot.NoAutoPilot : AutoPilot.KeepRunning;
        }));

        probe.Ref.Tell("first");
        probe.Ref.Tell("last");
        probe.Ref.Tell("after");

        ExpectMsg("re: first");
        ExpectMsg("re: last");
        Assert.Equal(new object[] { "first", "last", "after" }, probe.ReceiveN(3));
        Assert.False(HasMessages);
    }
}
