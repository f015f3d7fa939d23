namespace Akka.Flink.AkkaContract.Tests.DeathWatch;

using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "death watch")]
public sealed class DeathWatchRaceTests : ContractTest
{
    private const int Count = 2000;

    [Fact]
    public async Task Watching_while_the_actor_stops_gives_one_Terminated_each()
    {
        var actors = Enumerable.Range(0, Count).Select(_ => Act((_, _) => { })).ToList();
        var seen = new ConcurrentDictionary<IActorRef, int>();
        var watcher = Act((context, message) =>
        {
            if (message is Terminated terminated)
                seen.AddOrUpdate(terminated.ActorRef, 1, (_, times) => times + 1);
            else
                context.Watch((IActorRef)message);
        });

        var stopping = OnOwnThread(() => actors.ForEach(actor => actor.Tell(PoisonPill.Instance)));
        var watching = OnOwnThread(() => actors.ForEach(actor => watcher.Tell(actor)));
        await Task.WhenAll(stopping, watching).WaitAsync(Deadline);

        AwaitCondition(() => seen.Count == Count, Deadline);
        ExpectNoMsg(Silence);
        Assert.All(seen.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Watching_and_unwatching_in_turn_ends_as_the_last_of_them_says()
    {
        var actors = Enumerable.Range(0, 200).Select(_ => Act((_, _) => { })).ToList();
        var watcher = Act((context, message) =>
        {
            if (message is Terminated terminated)
            {
                TestActor.Tell(terminated.ActorRef);
                return;
            }

            for (var number = 0; number < actors.Count; number++)
                for (var turn = 0; turn <= number % 4; turn++)
                    _ = turn % 2 == 0 ? context.Watch(actors[number]) : context.Unwatch(actors[number]);
            TestActor.Tell("ready");
        });
        watcher.Tell("go");
        ExpectMsg("ready");

        actors.ForEach(actor => actor.Tell(PoisonPill.Instance));

        var expected = actors.Where((_, number) => number % 4 % 2 == 0).ToHashSet();
        Assert.Equal(expected, ReceiveN(expected.Count, Deadline).Cast<IActorRef>().ToHashSet());
        ExpectNoMsg(Silence);
    }

    [Fact]
    public async Task Asking_actors_to_stop_gracefully_all_at_once_stops_them_all()
    {
        var actors = Enumerable.Range(0, 500).Select(_ => Act((_, _) => { })).ToList();

        var stopped = await Task.WhenAll(actors.Select(actor => actor.GracefulStop(Deadline)));

        Assert.All(stopped, Assert.True);
    }
}
