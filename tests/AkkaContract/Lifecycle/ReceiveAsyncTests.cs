namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "async handlers")]
public sealed class ReceiveAsyncTests : ContractTest
{
    [Fact]
    public void The_next_message_waits_until_the_async_handler_is_done()
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Sys.ActorOf(Props.Create(() => new Awaiting(TestActor)));

        actor.Tell(first.Task);
        actor.Tell(Task.CompletedTask);
        actor.Tell("sync");
        ExpectMsg("begin");
        ExpectNoMsg(Silence);
        first.SetResult();

        ExpectMsg("end");
        ExpectMsg("begin");
        ExpectMsg("end");
        ExpectMsg("sync");
    }

    [Fact]
    public void The_next_message_waits_also_when_a_supervisor_resumes_children_that_it_has_not_suspended()
    {
        var create = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new Gate();
        var grandparent = Parent(new OneForOneStrategy(_ =>
        {
            gate.Hold();
            return Directive.Resume;
        }));
        var parent = ChildOf(grandparent, ParentScript().ToProps());
        var awaiting = Props.Create(() => new Awaiting(TestActor));
        var actor = ChildOf(parent, Props.Create(() => new Creating(TestActor, create.Task, awaiting, first.Task)));
        actor.Tell("create");
        ExpectMsg("creating");   // else it may be suspended before it takes the message, which then waits for the gate
        parent.Tell(new FormatException("is resumed"));
        gate.AwaitHeld();

        // The actor is suspended now, but goes on with its handler, and has a child that awaits when the actor is resumed.
        create.SetResult();
        ExpectMsg("begin");
        gate.Open();
        ExpectNoMsg(Silence);
        first.SetResult();

        ExpectMsg("end");
        ExpectMsg("sync");
    }

    [Fact]
    public void Sender_and_Self_are_the_same_before_and_after_each_await()
    {
        var probes = Enumerable.Range(0, 5).Select(_ => CreateTestProbe()).ToList();
        var actor = Sys.ActorOf(Props.Create(() => new ContextKeeper()));

        for (var round = 0; round < 20; round++)
            foreach (var probe in probes)
                actor.Tell(round, probe);

        foreach (var probe in probes)
            for (var round = 0; round < 20; round++)
            {
                probe.ExpectMsg((round, true));
                Assert.Equal(actor, probe.LastSender);
            }
    }

    [Theory]
    [InlineData(Directive.Resume)]
    [InlineData(Directive.Escalate)]
    public void Sender_is_the_same_after_an_await_in_which_a_child_failed(Directive directive)
    {
        var pending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var strategy = new OneForOneStrategy(_ => Say(directive));
        var grandparent = Parent(new OneForOneStrategy(_ => Say(Directive.Resume)));
        var actor = ChildOf(grandparent, Props.Create(() => new Supervising(strategy, pending.Task)));
        var asker = CreateTestProbe();

        actor.Tell(new FormatException("of the child"), asker);
        ExpectMsg(directive);
        if (directive == Directive.Escalate)
            ExpectMsg(Directive.Resume);
        pending.SetResult();

        asker.ExpectMsg("end");

        Directive Say(Directive said)
        {
            TestActor.Tell(said);
            return said;
        }
    }

    [Fact]
    public void A_failure_in_the_second_of_two_tasks_still_knows_their_message()
    {
        var pending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Sys.ActorOf(Props.Create(() => new TwoTasks(TestActor)));

        actor.Tell(pending.Task);
        ExpectMsg("first");
        pending.SetException(new FormatException("no"));

        ExpectMsg(pending.Task);
    }

    [Fact]
    public void State_is_not_touched_by_two_handlers_at_once()
    {
        var actor = Sys.ActorOf(Props.Create(() => new AsyncCounter()));

        for (var number = 0; number < 1000; number++)
            actor.Tell("add");
        actor.Tell("get", TestActor);

        ExpectMsg(1000);
    }

    [Fact]
    public void An_exception_after_an_await_goes_to_the_supervisor_as_it_is()
    {
        var strategy = new OneForOneStrategy(exception =>
        {
            TestActor.Tell(exception);
            return Directive.Restart;
        });
        var child = ChildOf(Parent(strategy), Props.Create(() => new Awaiting(TestActor)));
        var failure = new FormatException("no");

        child.Tell(Task.FromException(failure));
        child.Tell("sync");

        ExpectMsg("begin");
        Assert.Same(failure, ExpectMsg<FormatException>());
        ExpectMsg("sync");
    }

    [Fact]
    public void An_exception_after_a_wait_restarts_the_actor_and_keeps_its_mail()
    {
        var pending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Sys.ActorOf(Props.Create(() => new Awaiting(TestActor)));

        actor.Tell(pending.Task);
        actor.Tell("sync");
        ExpectMsg("begin");
        pending.SetException(new FormatException("no"));

        ExpectMsg("sync");
    }

    [Fact]
    public void Async_handlers_obey_type_and_predicate()
    {
        var actor = Sys.ActorOf(Props.Create(() => new AsyncPredicates(TestActor)));

        foreach (var message in new object[] { 1, 20, "text" })
            actor.Tell(message);

        ExpectMsg("small 1");
        ExpectMsg("int 20");
        ExpectMsg("any text");
    }

    [Fact]
    public void PoisonPill_waits_for_the_async_handler()
    {
        var pending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Sys.ActorOf(Props.Create(() => new Awaiting(TestActor)));
        var watcher = CreateTestProbe();
        watcher.Watch(actor);

        actor.Tell(pending.Task);
        actor.Tell(PoisonPill.Instance);
        ExpectMsg("begin");
        watcher.ExpectNoMsg(Silence);
        pending.SetResult();

        ExpectMsg("end");
        watcher.ExpectTerminated(actor, Deadline);
    }

    private sealed class Awaiting : ReceiveActor
    {
        public Awaiting(IActorRef listener)
        {
            ReceiveAsync<Task>(async task =>
            {
                listener.Tell("begin");
                await task;
                listener.Tell("end");
            });
            Receive<string>(text => listener.Tell(text));
        }
    }

    private sealed class Creating : ReceiveActor
    {
        public Creating(IActorRef listener, Task before, Props child, Task first) => ReceiveAsync<string>(async _ =>
        {
            listener.Tell("creating");
            await before;
            var created = Context.ActorOf(child);
            created.Tell(first);
            created.Tell("sync");
        });
    }

    private sealed class Supervising : ReceiveActor
    {
        private readonly SupervisorStrategy _strategy;

        public Supervising(SupervisorStrategy strategy, Task pending)
        {
            _strategy = strategy;
            ReceiveAsync<FormatException>(async exception =>
            {
                Context.ActorOf(new Script().ToProps()).Tell(exception);
                await pending;
                Sender.Tell("end");
            });
        }

        protected override SupervisorStrategy SupervisorStrategy() => _strategy;
    }

    private sealed class TwoTasks : ReceiveActor
    {
        private readonly IActorRef _listener;

        public TwoTasks(IActorRef listener)
        {
            _listener = listener;
            Receive<Task>(task =>
            {
                RunTask(() => Task.CompletedTask);
                RunTask(async () =>
                {
                    await Task.Yield();
                    listener.Tell("first");   // the step of the other task is done
                    await task;
                });
            });
        }

        protected override void PreRestart(Exception reason, object message) => _listener.Tell(message ?? "no message");
    }

    private sealed class ContextKeeper : ReceiveActor
    {
        public ContextKeeper() => ReceiveAsync<int>(async round =>
        {
            var (self, sender) = (Self, Sender);
            var same = true;
            for (var hop = 0; hop < 3; hop++)
            {
                await Task.Yield();
                same &= self.Equals(Self) && sender.Equals(Sender) && Context.Self.Equals(self);
                await Task.Run(() => { });
                same &= self.Equals(Self) && sender.Equals(Sender);
            }

            Sender.Tell((round, same));
        });
    }

    private sealed class AsyncCounter : ReceiveActor
    {
        private int _count;

        public AsyncCounter()
        {
            ReceiveAsync<string>(text => text == "add", async _ =>
            {
                var before = _count;
                await Task.Yield();
                _count = before + 1;
            });
            Receive<string>(_ => Sender.Tell(_count));
        }
    }

    private sealed class AsyncPredicates : ReceiveActor
    {
        public AsyncPredicates(IActorRef listener)
        {
            ReceiveAsync<int>(number => number < 10, number => Answer($"small {number}"));
            ReceiveAsync<int>(number => Answer($"int {number}"));
            ReceiveAnyAsync(message => Answer($"any {message}"));

            async Task Answer(string text)
            {
                await Task.Yield();
                listener.Tell(text);
            }
        }
    }
}
