namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using Akka.Persistence;

/// <summary>Handlers by message type, changes of behaviour, and asynchronous commands.</summary>
[Trait("promise", "persistence handlers")]
public sealed class ReceivePersistentActorTests() : ContractTest("""
    akka.persistence.journal.plugin = "akka.persistence.journal.inmem"
    akka.persistence.snapshot-store.plugin = "akka.persistence.snapshot-store.inmem"
    """)
{
    [Fact]
    public void The_first_handler_that_fits_takes_the_message()
    {
        var actor = Start(self =>
        {
            self.On<int>(number => number > 10, _ => TestActor.Tell("many"));
            self.On<int>(_ => TestActor.Tell("few"));
            self.On<object>(message => TestActor.Tell(message));
        });

        actor.Tell(11);
        actor.Tell(1);
        actor.Tell("any");

        ExpectMsg("many");
        ExpectMsg("few");
        ExpectMsg("any");
    }

    [Fact]
    public void A_message_without_a_handler_is_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.UnhandledMessage));
        var actor = Start(self => self.On<int>(_ => { }));

        actor.Tell("text");

        Assert.Equal("text", ExpectMsg<Akka.Event.UnhandledMessage>().Message);
    }

    [Fact]
    public void No_handler_can_follow_one_for_all_messages() =>
        Assert.Contains("catches all", Construct(self =>
        {
            self.OnAny(_ => { });
            self.On<int>(_ => { });
        }).Message);

    [Fact]
    public void A_new_behaviour_replaces_the_handlers_also_after_a_persist()
    {
        var actor = Start(self => self.On<string>(text => self.Persist(text, _ =>
        {
            TestActor.Tell("first " + text);
            self.Switch(() => self.On<string>(other => TestActor.Tell("second " + other)));
        })));

        actor.Tell("a");
        actor.Tell("b");

        ExpectMsg("first a");
        ExpectMsg("second b");
    }

    [Fact]
    public void An_async_command_holds_back_the_next_ones_until_it_and_its_persists_are_done()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Start(self =>
        {
            self.OnAsync<string>(async text =>
            {
                TestActor.Tell("begin " + text);
                await done.Task;
                self.Persist(text, persisted => TestActor.Tell("persisted " + persisted));
                TestActor.Tell("end " + text);
            });
            self.On<int>(number => TestActor.Tell(number));
        });

        actor.Tell("a");
        actor.Tell(1);
        ExpectMsg("begin a");
        ExpectNoMsg(Silence);
        done.SetResult();

        ExpectMsg("end a");
        ExpectMsg("persisted a");
        ExpectMsg(1);
    }

    [Fact]
    public void Async_commands_keep_the_order_of_commands_whether_they_wait_or_not()
    {
        var actor = Start(self =>
        {
            self.OnAsync<int>(async number =>
            {
                if (number % 3 == 0)
                    await Task.Yield();
                if (number % 2 == 0)
                    self.Persist(number, persisted => TestActor.Tell(persisted));
                else
                    TestActor.Tell(number);
            });
        });

        for (var number = 0; number < 200; number++)
            actor.Tell(number);

        for (var number = 0; number < 200; number++)
            ExpectMsg(number);
    }

    [Fact]
    public void A_failed_async_command_restarts_the_actor_and_keeps_the_next_commands()
    {
        var actor = Start(self =>
        {
            self.OnAsync<string>(async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("restart");
            });
            self.On<int>(number => TestActor.Tell(number));
        });

        actor.Tell("fail");
        for (var number = 0; number < 5; number++)
            actor.Tell(number);

        ExpectMsg("recovered");
        for (var number = 0; number < 5; number++)
            ExpectMsg(number);
    }

    private IActorRef Start(Action<Configurable> configure)
    {
        var actor = Sys.ActorOf(Props.Create(() => new Configurable(configure, TestActor)));
        ExpectMsg("recovered");
        return actor;
    }

    private Exception Construct(Action<Configurable> configure)
    {
        var failure = new TaskCompletionSource<Exception>();
        var strategy = new OneForOneStrategy(cause =>
        {
            failure.TrySetResult(cause.GetBaseException());
            return Directive.Stop;
        });
        var parent = Parent(strategy);
        parent.Tell(Props.Create(() => new Configurable(configure, TestActor)));
        Assert.True(failure.Task.Wait(Deadline));
        return failure.Task.Result;
    }

    private sealed class Configurable : ReceivePersistentActor
    {
        public Configurable(Action<Configurable> configure, IActorRef observer)
        {
            Recover<RecoveryCompleted>(_ => observer.Tell("recovered"));
            configure(this);
        }

        public override string PersistenceId => "configurable";

        public void On<T>(Action<T> handler) => Command(handler);

        public void On<T>(Predicate<T> shouldHandle, Action<T> handler) => Command(shouldHandle, handler);

        public void OnAny(Action<object> handler) => CommandAny(handler);

        public void OnAsync<T>(Func<T, Task> handler) => CommandAsync(handler);

        public void Switch(Action configure) => Become(configure);
    }
}
