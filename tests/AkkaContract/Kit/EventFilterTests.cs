namespace Akka.Flink.AkkaContract.Tests.Kit;

using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestActors;
using Akka.TestKit.Xunit2;
using Xunit.Sdk;

[Trait("promise", "test kit")]
public sealed class EventFilterTests() : TestKit("akka.loglevel = DEBUG")
{
    [Fact]
    public void One_warning_is_expected_by_its_text() =>
        EventFilter.Warning("the tank is empty").ExpectOne(() => Log.Warning("the tank is {0}", "empty"));

    [Fact]
    public void Several_messages_are_expected_by_a_part_of_their_text() => EventFilter.Info(contains: "passed").Expect(2, () =>
    {
        Log.Info("station one passed");
        Log.Info("no stop");
        Log.Info("station two passed");
    });

    [Fact]
    public void A_message_is_expected_by_a_pattern() =>
        EventFilter.Debug(new Regex("^took \\d+ ms$")).ExpectOne(() => Log.Debug("took {0} ms", 17));

    [Fact]
    public void An_exception_of_an_actor_is_expected_by_its_type()
    {
        var actor = ActorOf(Props.Create(() => new Failing()));

        EventFilter.Exception<ArithmeticException>("no such number").ExpectOne(() => actor.Tell("fail"));
    }

    [Fact]
    public void A_dead_letter_is_expected_by_its_type()
    {
        var actor = ActorOf(BlackHoleActor.Props);
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);

        EventFilter.DeadLetter<string>(text => text == "too late").ExpectOne(() => actor.Tell("too late"));
    }

    [Fact]
    public void A_message_that_does_not_come_fails_the_test() => Assert.ThrowsAny<XunitException>(() =>
        EventFilter.Error("fire").ExpectOne(TimeSpan.FromMilliseconds(50), () => Log.Error("water")));

    [Fact]
    public async Task A_message_of_asynchronous_work_is_expected() =>
        await EventFilter.Error(start: "late").ExpectOneAsync(async () =>
        {
            await Task.Yield();
            Log.Error("late by {0}", 3);
        });

    private sealed class Failing : ReceiveActor
    {
        public Failing() => Receive<string>(_ => throw new ArithmeticException("no such number"));
    }
}
