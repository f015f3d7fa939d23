namespace Akka.Flink.AkkaContract.Tests.Delivery;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "visibility")]
public sealed class VisibilityTests() : ContractTest(Hopping)
{
    private const string Hopping = "hopping { type = ForkJoinDispatcher, throughput = 1, dedicated-thread-pool { thread-count = 4 } }";
    private const int Rounds = 20_000;

    [Fact]
    public async Task State_written_while_one_message_is_handled_is_seen_by_the_next_on_whatever_thread()
    {
        var done = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = Sys.ActorOf(Props.Create(() => new Adder(done)).WithDispatcher("hopping"));
        var right = Sys.ActorOf(Props.Create(() => new Adder(done)).WithDispatcher("hopping"));

        left.Tell(new Ball(Rounds), right);

        Assert.Equal("consistent", await done.Task.WaitAsync(Deadline));
    }

    [Fact]
    public async Task What_a_sender_wrote_before_it_told_is_seen_by_the_receiver()
    {
        var done = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var receiver = Sys.ActorOf(new Script
        {
            Receive = (_, message) =>
            {
                var box = (Box)message;
                if (box.First != box.Second || box.First == 0)
                    done.TrySetResult($"{box.First} and {box.Second} seen.");
                if (box.First == Rounds)
                    done.TrySetResult("consistent");
            },
        }.ToProps().WithDispatcher("hopping"));

        await OnOwnThread(() =>
        {
            for (var number = 1; number <= Rounds; number++)
            {
                var box = new Box();
                box.First = number;
                box.Second = number;
                receiver.Tell(box, ActorRefs.NoSender);
            }
        }).WaitAsync(Deadline);

        Assert.Equal("consistent", await done.Task.WaitAsync(Deadline));
    }

    private sealed class Box
    {
        public int First { get; set; }

        public int Second { get; set; }
    }

    /// <summary>The ball of a game between two actors; mutable on purpose, as only who has it may touch it.</summary>
    private sealed class Ball(int left)
    {
        public int Left { get; set; } = left;

        public int Hits { get; set; }
    }

    private sealed class Adder(TaskCompletionSource<string> done) : UntypedActor
    {
        private int _hits;

        protected override void OnReceive(object message)
        {
            var ball = (Ball)message;
            _hits++;
            if (ball.Hits / 2 != _hits - 1)
                done.TrySetResult($"The ball counts {ball.Hits} hits, this side {_hits}.");
            ball.Hits++;
            if (--ball.Left == 0)
                done.TrySetResult("consistent");
            else
                Sender.Tell(ball);
        }
    }
}
