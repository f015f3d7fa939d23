namespace Akka.Flink.AkkaContract.Tests.EventStreams;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "event stream")]
public sealed class EventStreamRaceTests : ContractTest
{
    [Fact]
    public async Task Who_stays_subscribed_misses_nothing_while_others_come_and_go()
    {
        const int events = 5000;
        Sys.EventStream.Subscribe(TestActor, typeof(int));
        var others = Enumerable.Range(0, 20).Select(_ => Act((_, _) => { })).ToList();
        var published = false;

        var changing = OnOwnThread(() =>
        {
            for (var number = 0; !Volatile.Read(ref published); number++)
            {
                var other = others[number % others.Count];
                if (number / others.Count % 2 == 0)
                    Sys.EventStream.Subscribe(other, typeof(int));
                else
                    Sys.EventStream.Unsubscribe(other, typeof(int));
            }
        });
        var publishing = OnOwnThread(() =>
        {
            for (var number = 0; number < events; number++)
                Sys.EventStream.Publish(number);
            Volatile.Write(ref published, true);
        });
        await Task.WhenAll(changing, publishing).WaitAsync(Deadline);

        Assert.Equal(Enumerable.Range(0, events).Cast<object>(), ReceiveN(events, Deadline));
    }
}
