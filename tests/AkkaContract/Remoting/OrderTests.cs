namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;

[Trait("promise", "remoting")]
public sealed class OrderTests : RemotingTest
{
    private const long Messages = 1_000_000;
    private const long Window = 20_000;

    [Fact]
    public async Task A_million_messages_over_one_association_arrive_all_and_in_order()
    {
        var other = StartOther();
        var result = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var expected = 0L;
        var receiver = Reach(Sys, ActIn(other, (context, message) =>
        {
            if ((long)message != expected++)
                result.TrySetException(new InvalidOperationException($"{message} came in place of {expected - 1}"));
            if (expected % (Window / 2) == 0)
                context.Sender.Tell(expected, context.Self);
            if (expected == Messages)
                result.TrySetResult(expected);
        }), other);
        var next = 0L;
        var sender = Act((context, message) =>
        {
            // What has arrived makes room for more: so many on their way fit into any buffer.
            for (var end = Math.Min((message is long arrived ? arrived : 0) + Window, Messages); next < end; next++)
                receiver.Tell(next, context.Self);
        });

        sender.Tell("start");

        Assert.Equal(Messages, await result.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void Messages_of_several_senders_stay_in_order_for_each_of_them()
    {
        var other = StartOther();
        var receiver = Reach(Sys, ActIn(other, (_, message) => TestActor.Tell(message)), other);
        var senders = Enumerable.Range(0, 4).Select(sender => Act((context, _) =>
        {
            for (var i = 0; i < 500; i++)
                receiver.Tell($"{sender} {i}", context.Self);
        })).ToArray();

        foreach (var sender in senders)
            sender.Tell("start");

        var seen = new int[senders.Length];
        for (var i = 0; i < 500 * senders.Length; i++)
        {
            var parts = ExpectMsg<string>().Split(' ');
            Assert.Equal(seen[int.Parse(parts[0])]++, int.Parse(parts[1]));
        }
    }
}
