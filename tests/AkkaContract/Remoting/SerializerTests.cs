namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.SysMsg;
using Akka.Remote;
using Akka.Serialization;

/// <summary>What the toolkit itself sends between systems: who writes it, and what arrives.</summary>
[Trait("promise", "remoting")]
public sealed class SerializerTests : RemotingTest
{
    [Fact]
    public void References_arrive_with_the_address_of_the_system()
    {
        var path = Serialization.WithTransport(Extended, () => Serialization.SerializedActorPath(TestActor));

        Assert.Equal($"{AddressOf(Sys)}/system/{TestActor.Path.Name}#{TestActor.Path.Uid}", path);
        Assert.Same(TestActor, Extended.Provider.ResolveActorRef(path));
        Assert.Equal(TestActor, Copy(TestActor, 16));
    }

    [Fact]
    public void Messages_of_the_toolkit_arrive_as_they_were()
    {
        Assert.Equal(new Identify("id"), Copy(new Identify("id"), 16));
        Assert.Equal(new Identify(null), Copy(new Identify(null), 16));
        Assert.Equal(new ActorIdentity(7, TestActor), Copy(new ActorIdentity(7, TestActor), 16));
        Assert.Equal(new ActorIdentity(null, null), Copy(new ActorIdentity(null, null), 16));
        Assert.Same(PoisonPill.Instance, Copy(PoisonPill.Instance, 16));
        Assert.Same(Kill.Instance, Copy(Kill.Instance, 16));
        Assert.Same(RemoteWatcher.Heartbeat.Instance, Copy(RemoteWatcher.Heartbeat.Instance, 16));
        Assert.Equal(-5, Copy(new RemoteWatcher.HeartbeatRsp(-5), 16).AddressUid);
        Assert.Equal("done", Copy(new Status.Success("done"), 16).Status);
        Assert.Equal(AddressOf(Sys), Copy(new RemoteScope(AddressOf(Sys)), 16).Address);
        Assert.Equal(3, Copy(ConfigurationFactory.ParseString("a.b = 3"), 16).GetInt("a.b"));
    }

    [Fact]
    public void Primitive_messages_arrive_as_they_were()
    {
        Assert.Equal("grüße \ud83d\ude00", Copy("grüße \ud83d\ude00", 17));
        Assert.Equal("", Copy("", 17));
        Assert.Equal(int.MinValue, Copy(int.MinValue, 17));
        Assert.Equal(long.MaxValue, Copy(long.MaxValue, 17));
        Assert.Equal([1, 2, 3], Copy<byte[]>([1, 2, 3], 4));
    }

    [Fact]
    public void Failures_arrive_with_their_text_and_cause()
    {
        var failure = Copy(new Status.Failure(new InvalidOperationException("outer", new TimeoutException("inner")), "state"), 16);

        Assert.Equal("outer", Assert.IsType<InvalidOperationException>(failure.Cause).Message);
        Assert.Equal("inner", Assert.IsType<TimeoutException>(failure.Cause.InnerException).Message);
        Assert.Equal("state", failure.State);

        var without = Copy(new Status.Failure(new AggregateException("no inner one is given")), 16);
        Assert.Contains("no inner one is given", without.Cause.Message);
    }

    [Fact]
    public void A_selection_arrives_with_its_elements()
    {
        SelectionPathElement[] elements =
            [new SelectChildName("a"), new SelectChildPattern("b*"), new SelectParent(), new SelectChildRecursive()];

        var copy = Copy(new ActorSelectionMessage("hello", elements, wildCardFanOut: true), 6);

        Assert.Equal("hello", copy.Message);
        Assert.Equal(elements, copy.Elements);
        Assert.True(copy.WildCardFanOut);
    }

    [Fact]
    public void System_messages_arrive_as_they_were()
    {
        var actor = (IInternalActorRef)TestActor;
        var other = (IInternalActorRef)Act((_, _) => { });
        Assert.Equal(new Watch(actor, other), Copy(new Watch(actor, other), 22));
        Assert.Equal(new Unwatch(actor, other), Copy(new Unwatch(actor, other), 22));
        var died = Copy(new DeathWatchNotification(actor, true, false), 22);
        Assert.Equal((actor, true, false), (died.Actor, died.ExistenceConfirmed, died.AddressTerminated));
        Copy(new Terminate(), 22);
        Copy(new Suspend(), 22);
        Assert.Equal("why", Copy(new Resume(new InvalidOperationException("why")), 22).CausedByFailure.Message);
        Assert.Null(Copy(new Resume(null), 22).CausedByFailure);
        Assert.Equal("why", Copy(new Recreate(new InvalidOperationException("why")), 22).Cause.Message);
        var failed = Copy(new Failed(actor, new InvalidOperationException("why"), 77), 22);
        Assert.Equal((actor, "why", 77L), (failed.Child, failed.Cause.Message, failed.Uid));
        var supervise = Copy(new Supervise(actor, true), 22);
        Assert.Equal((actor, true), (supervise.Child, supervise.Async));
    }

    [Fact]
    public void A_name_of_a_type_that_is_no_exception_makes_none()
    {
        var bytes = Sys.Serialization.FindSerializerForType(typeof(Status.Failure)).ToBinary(
            new Status.Failure(new InvalidOperationException("text")));
        var text = System.Text.Encoding.Latin1.GetString(bytes);
        var forged = text.Replace("System.InvalidOperationException", "System.Globalization.CultureInfo");
        Assert.NotEqual(text, forged);

        var failure = (Status.Failure)Sys.Serialization.Deserialize(System.Text.Encoding.Latin1.GetBytes(forged), 16, "SF");

        Assert.Contains("text", failure.Cause.Message);
        Assert.Equal(typeof(Exception), failure.Cause.GetType());
    }

    private ExtendedActorSystem Extended => (ExtendedActorSystem)Sys;

    private T Copy<T>(T message, int serializerId)
        where T : notnull
    {
        var serializer = Sys.Serialization.FindSerializerFor(message);
        Assert.Equal(serializerId, serializer.Identifier);
        var bytes = Serialization.WithTransport(Extended, () => serializer.ToBinary(message));
        return (T)Sys.Serialization.Deserialize(bytes, serializerId, Serialization.ManifestFor(serializer, message));
    }
}
