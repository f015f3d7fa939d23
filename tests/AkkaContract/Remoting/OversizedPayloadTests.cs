namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;
using Akka.Event;
using Akka.Remote;

[Trait("promise", "remoting")]
public sealed class OversizedPayloadTests() : RemotingTest("akka.loglevel = ERROR\n")
{
    [Fact]
    public void A_message_above_the_largest_frame_is_dropped_with_an_error_and_the_association_stays()
    {
        var other = StartOther();
        var echo = Reach(Sys, Echo(other), other);
        echo.Tell("before", TestActor);
        ExpectMsg("before");
        var ended = CreateTestProbe();
        Sys.EventStream.Subscribe(ended, typeof(DisassociatedEvent));
        var errors = CreateTestProbe();
        Sys.EventStream.Subscribe(errors, typeof(Error));

        echo.Tell(new byte[300_000], TestActor);
        echo.Tell("after", TestActor);

        ExpectMsg("after");
        var error = errors.ExpectMsg<Error>().ToString();
        Assert.Contains("128000", error);
        Assert.Contains("300", error);
        ended.ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_message_that_cannot_be_serialized_is_dropped_with_an_error_and_the_association_stays()
    {
        var other = StartOther();
        var echo = Reach(Sys, Echo(other), other);
        var errors = CreateTestProbe();
        Sys.EventStream.Subscribe(errors, typeof(Error));

        echo.Tell(new Uri("http://no.serializer"), TestActor);
        echo.Tell("after", TestActor);

        ExpectMsg("after");
        Assert.Contains("Uri", errors.ExpectMsg<Error>().ToString());
    }

    [Fact]
    public void A_large_message_below_the_largest_frame_arrives_whole()
    {
        var other = StartOther();
        var echo = Reach(Sys, Echo(other), other);
        var bytes = new byte[120_000];
        new Random(1).NextBytes(bytes);

        echo.Tell(bytes, TestActor);

        Assert.Equal(bytes, ExpectMsg<byte[]>());
    }
}
