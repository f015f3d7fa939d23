namespace Akka.Flink.AkkaContract.Tests.Delivery;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "ordering")]
public sealed class OrderingTests() : ContractTest(Dispatchers)
{
    private const int Senders = 4;
    private const int MessagesEach = 50_000;

    private const string Dispatchers = """
        one-at-a-time { type = Dispatcher, throughput = 1 }
        pinned { type = PinnedDispatcher }
        fork-join { type = ForkJoinDispatcher, throughput = 10, dedicated-thread-pool { thread-count = 2 } }
        tasks { type = TaskDispatcher, throughput = 10 }
        """;

    [Theory]
    [InlineData("akka.actor.default-dispatcher")]
    [InlineData("one-at-a-time")]
    [InlineData("pinned")]
    [InlineData("fork-join")]
    [InlineData("tasks")]
    public async Task Messages_of_each_thread_arrive_once_and_in_the_order_in_which_it_told_them(string dispatcher)
    {
        var done = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var receiver = Sys.ActorOf(Props.Create(() => new SequenceChecker(Senders, MessagesEach, done)).WithDispatcher(dispatcher));

        var threads = Enumerable.Range(0, Senders).Select(sender => OnOwnThread(() =>
        {
            for (var number = 0; number < MessagesEach; number++)
                receiver.Tell(new Numbered(sender, number), ActorRefs.NoSender);
        }));
        await Task.WhenAll(threads).WaitAsync(Deadline);

        Assert.Equal("complete", await done.Task.WaitAsync(Deadline));
    }

    [Theory]
    [InlineData("akka.actor.default-dispatcher")]
    [InlineData("fork-join")]
    public async Task Messages_of_each_actor_arrive_once_and_in_the_order_in_which_it_told_them(string dispatcher)
    {
        var done = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var receiver = Sys.ActorOf(Props.Create(() => new SequenceChecker(Senders, MessagesEach, done)).WithDispatcher(dispatcher));

        for (var sender = 0; sender < Senders; sender++)
            Sys.ActorOf(CountTo(receiver, sender).ToProps().WithDispatcher(dispatcher)).Tell(0, ActorRefs.NoSender);

        Assert.Equal("complete", await done.Task.WaitAsync(Deadline));
    }

    [Fact]
    public void An_actor_sees_its_messages_to_itself_in_order()
    {
        var actor = Act((context, message) =>
        {
            if (message is "start")
                for (var number = 0; number < 1000; number++)
                    context.Self.Tell(number);
            else
                TestActor.Tell(message);
        });

        actor.Tell("start");

        Assert.Equal(Enumerable.Range(0, 1000).Cast<object>(), ReceiveN(1000, Deadline));
    }

    /// <summary>Sends its numbers in bursts, telling itself to go on, so that the senders take turns on the dispatcher.</summary>
    private static Script CountTo(IActorRef receiver, int sender) => new()
    {
        Receive = (context, message) =>
        {
            var from = (int)message;
            var to = Math.Min(from + 100, MessagesEach);
            for (var number = from; number < to; number++)
                receiver.Tell(new Numbered(sender, number));
            if (to < MessagesEach)
                context.Self.Tell(to);
        },
    };
}
