namespace Akka.Flink.AkkaContract.Tests.EventStreams;

using Akka.Actor;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "event stream")]
public sealed class EventStreamTests : ContractTest
{
    [Fact]
    public void A_subscriber_gets_events_of_the_class()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Cat));

        Sys.EventStream.Publish(new Cat());
        Sys.EventStream.Publish(new Dog());

        ExpectMsg(new Cat());
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_subscriber_gets_events_of_derived_classes()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Animal));

        Sys.EventStream.Publish(new Cat());
        Sys.EventStream.Publish(new Dog());

        ExpectMsg(new Cat());
        ExpectMsg(new Dog());
    }

    [Fact]
    public void A_subscriber_gets_events_that_implement_an_interface()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(IBarks));

        Sys.EventStream.Publish(new Cat());
        Sys.EventStream.Publish(new Dog());

        ExpectMsg(new Dog());
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Two_subscriptions_that_fit_make_one_delivery()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Cat));
        Sys.EventStream.Subscribe(TestActor, typeof(Animal));

        Sys.EventStream.Publish(new Cat());

        ExpectMsg(new Cat());
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Subscribing_twice_is_one_subscription_and_says_so()
    {
        Assert.True(Sys.EventStream.Subscribe(TestActor, typeof(Cat)));
        Assert.False(Sys.EventStream.Subscribe(TestActor, typeof(Cat)));

        Sys.EventStream.Publish(new Cat());

        ExpectMsg(new Cat());
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Unsubscribing_from_a_class_keeps_the_other_subscriptions()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Cat));
        Sys.EventStream.Subscribe(TestActor, typeof(Dog));

        Assert.True(Sys.EventStream.Unsubscribe(TestActor, typeof(Cat)));
        Sys.EventStream.Publish(new Cat());
        Sys.EventStream.Publish(new Dog());

        ExpectMsg(new Dog());
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Unsubscribing_ends_every_subscription()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Cat));
        Sys.EventStream.Subscribe(TestActor, typeof(Dog));

        Sys.EventStream.Unsubscribe(TestActor);
        Sys.EventStream.Publish(new Cat());
        Sys.EventStream.Publish(new Dog());

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Every_subscriber_gets_each_event_in_the_order_in_which_it_was_published()
    {
        var probes = Enumerable.Range(0, 3).Select(_ => CreateTestProbe()).ToList();
        probes.ForEach(probe => Sys.EventStream.Subscribe(probe, typeof(int)));

        for (var number = 0; number < 500; number++)
            Sys.EventStream.Publish(number);

        probes.ForEach(probe => Assert.Equal(Enumerable.Range(0, 500).Cast<object>(), probe.ReceiveN(500, Deadline)));
    }

    [Fact]
    public void A_subscriber_that_stopped_is_dropped()
    {
        var subscriber = Act((_, _) => { });
        Sys.EventStream.Subscribe(subscriber, typeof(Cat));
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        StopAndAwait(subscriber);

        AwaitAssert(
            () =>
            {
                ReceiveWhile<object>(TimeSpan.FromMilliseconds(10), message => message);
                Sys.EventStream.Publish(new Cat());
                ExpectNoMsg(TimeSpan.FromMilliseconds(100));
            },
            Deadline);
    }

    private abstract record Animal;

    private sealed record Cat : Animal;

    private sealed record Dog : Animal, IBarks;

    private interface IBarks;
}
