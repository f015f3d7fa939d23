namespace Akka.Flink.AkkaContract.Tests.Supervision;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "restart under load")]
public sealed class RestartStormTests : ContractTest
{
    private const int Messages = 20_000;

    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Resume)]
    public void No_message_is_lost_doubled_or_out_of_order_when_every_hundredth_fails(Directive directive)
    {
        var child = ChildOf(Parent(new OneForOneStrategy(_ => directive)), Props.Create(() => new Failing(TestActor)));

        for (var number = 0; number < Messages; number++)
            child.Tell(number);

        var expected = Enumerable.Range(0, Messages).Where(number => number % 100 != 99).Cast<object>();
        Assert.Equal(expected, ReceiveN(Messages / 100 * 99, Deadline));
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Async_handlers_lose_nothing_either()
    {
        const int count = 2000;
        var child = ChildOf(Parent(), Props.Create(() => new FailingAsync(TestActor)));

        for (var number = 0; number < count; number++)
            child.Tell(number);

        var expected = Enumerable.Range(0, count).Where(number => number % 100 != 99).Cast<object>();
        Assert.Equal(expected, ReceiveN(count / 100 * 99, Deadline));
    }

    [Fact]
    public void Stashed_messages_survive_many_restarts()
    {
        const int count = 1000;
        var actor = Sys.ActorOf(Props.Create(() => new Hoarder(TestActor)));

        for (var number = 0; number < count; number++)
        {
            actor.Tell(number);
            if (number % 50 == 49)
                actor.Tell("fail");
        }

        actor.Tell("open");

        Assert.Equal(Enumerable.Range(0, count).Cast<object>(), ReceiveN(count, Deadline));
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_parent_with_many_children_restarts_as_a_whole_again_and_again()
    {
        var parent = Sys.ActorOf(new Script
        {
            Started = context =>
            {
                for (var number = 0; number < 20; number++)
                    context.ActorOf(new Script().ToProps(), $"child-{number}");
            },
            Receive = (context, _) => context.Sender.Tell(context.GetChildren().Count()),
        }.ToProps());

        for (var restart = 0; restart < 50; restart++)
        {
            parent.Tell(new FormatException("no"));
            parent.Tell("count", TestActor);
            ExpectMsg(20);
        }
    }

    private sealed class Failing(IActorRef listener) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if ((int)message % 100 == 99)
                throw new FormatException("no");

            listener.Tell(message);
        }
    }

    private sealed class FailingAsync : ReceiveActor
    {
        public FailingAsync(IActorRef listener) => ReceiveAsync<int>(async number =>
        {
            await Task.Yield();
            if (number % 100 == 99)
                throw new FormatException("no");

            listener.Tell(number);
        });
    }

    /// <summary>Stashes until it is opened.</summary>
    private sealed class Hoarder : ReceiveActor, IWithUnboundedStash
    {
        public Hoarder(IActorRef listener)
        {
            Receive<int>(_ => Stash.Stash());
            Receive<string>(text => Obey(text, listener));
        }

        public IStash Stash { get; set; } = null!;

        private void Obey(string command, IActorRef listener)
        {
            if (command == "fail")
                throw new FormatException("no");

            Become(() => Receive<int>(number => listener.Tell(number)));
            Stash.UnstashAll();
        }
    }
}
