namespace Akka.Flink.AkkaContract.Tests.Services;

using Akka.Actor;
using Akka.Event;

[Trait("promise", "event stream")]
public sealed class EventStreamTests : ServiceTest
{
    public EventStreamTests()
        : base("akka.actor.debug.unhandled = on")
    {
    }

    private interface IEvent;

    [Fact]
    public async Task Subscribers_get_the_events_of_their_type_and_of_those_derived_from_it()
    {
        var probe = new Probe(System);
        Assert.True(System.EventStream.Subscribe(probe.Ref, typeof(IEvent)));
        Assert.False(System.EventStream.Subscribe(probe.Ref, typeof(IEvent)));

        System.EventStream.Publish("other");
        System.EventStream.Publish(new Happened(1));
        System.EventStream.Publish(new Happened(2));

        Assert.Equal([new Happened(1), new Happened(2)], await probe.Next(2));
    }

    [Fact]
    public async Task Unsubscribing_a_derived_type_leaves_the_others()
    {
        var probe = new Probe(System);
        System.EventStream.Subscribe(probe.Ref, typeof(IEvent));
        System.EventStream.Publish(new Happened(1));

        Assert.True(System.EventStream.Unsubscribe(probe.Ref, typeof(Happened)));
        System.EventStream.Publish(new Happened(2));
        System.EventStream.Publish(new Ended());

        Assert.Equal([new Happened(1), new Ended()], await probe.Next(2));
    }

    [Fact]
    public async Task Tells_of_dead_letters_and_unhandled_messages()
    {
        var probe = new Probe(System);
        System.EventStream.Subscribe(probe.Ref, typeof(AllDeadLetters));
        var picky = System.ActorOf(Props.Create(() => new Picky()));

        picky.Tell("unhandled");
        var unhandled = await probe.Next<UnhandledMessage>();
        Assert.Equal("unhandled", unhandled.Message);
        Assert.Equal(picky, unhandled.Recipient);

        await picky.GracefulStop(Deadline);
        picky.Tell("dead");
        Assert.Equal("dead", (await probe.Next<DeadLetter>()).Message);
    }

    [Fact]
    public async Task Loggers_get_the_events_of_their_level_and_above()
    {
        var bus = new EventStream(debug: false);
        var probe = new Probe(System);
        bus.Subscribe(probe.Ref, typeof(LogEvent));
        bus.SetLogLevel(LogLevel.WarningLevel);
        var log = Logging.GetLogger(bus, "here");

        log.Info("hidden [{0}]", 1);
        log.Warning("shown [{0}] [{1}]", 1, "b");
        log.Error(new InvalidOperationException("on purpose"), "failed");

        var warning = await probe.Next<Warning>();
        Assert.Equal("shown [1] [b]", warning.Message.ToString());
        Assert.Equal("here", warning.LogSource);
        Assert.Equal("on purpose", (await probe.Next<Error>()).Cause.Message);
        Assert.False(log.IsInfoEnabled);
    }

    private sealed record Happened(int Number) : IEvent;

    private sealed record Ended : IEvent;

    private sealed class Picky : ActorBase
    {
        protected override bool Receive(object message) => false;
    }
}
