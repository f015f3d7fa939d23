namespace Akka.TestKit;

using System.Linq.Expressions;
using Akka.Actor;
using Akka.TestKit.Internal;

public abstract partial class TestKitBase
{
    private const string TestActorDispatcher = "akka.test.test-actor.dispatcher";

    public IActorRef ActorOf(Props props) => Sys.ActorOf(props);

    public IActorRef ActorOf(Props props, string name) => Sys.ActorOf(props, name);

    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>());

    public IActorRef ActorOf<TActor>(string name)
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>(), name);

    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory));

    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string name)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory), name);

    public ActorSelection ActorSelection(ActorPath actorPath) => Sys.ActorSelection(actorPath);

    public ActorSelection ActorSelection(string actorPath) => Sys.ActorSelection(actorPath);

    public ActorSelection ActorSelection(IActorRef anchorRef, string actorPath) => Sys.ActorSelection(anchorRef, actorPath);

    /// <summary>Another actor that puts its messages into the queue of this test kit.</summary>
    public IActorRef CreateTestActor(string name)
    {
        var queue = _queue;
        var props = Props.Create(() => new InternalTestActor(queue)).WithDispatcher(TestActorDispatcher);
        var actor = ((ExtendedActorSystem)Sys).SystemActorOf(props, name);
        if (actor is IRepointableRef starting && !WaitFor(() => starting.IsStarted))
        {
            throw new TimeoutException(
                $"Test actor '{name}' had not started after 'akka.test.default-timeout' ({TestKitSettings.DefaultTimeout}). " +
                "Look at what the actor system logged, or set that key higher.");
        }

        return actor;
    }

    public virtual TestProbe CreateTestProbe(string name = null) => CreateTestProbe(Sys, name);

    public virtual TestProbe CreateTestProbe(ActorSystem system, string name = null) => new(system, _assertions, name);

    public EventFilterFactory CreateEventFilter(ActorSystem system) => new(this, system);

    /// <summary>Makes the test actor watch an actor; it does so when this returns.</summary>
    public IActorRef Watch(IActorRef actorToWatch)
    {
        var request = new Akka.TestKit.TestActor.Watch(actorToWatch);
        TestActor.Tell(request, ActorRefs.NoSender);
        Confirm(request.Done.Task, blocking: true, "watch", actorToWatch).GetAwaiter().GetResult();
        return actorToWatch;
    }

    public async Task<IActorRef> WatchAsync(IActorRef actorToWatch)
    {
        var request = new Akka.TestKit.TestActor.Watch(actorToWatch);
        TestActor.Tell(request, ActorRefs.NoSender);
        await Confirm(request.Done.Task, blocking: false, "watch", actorToWatch);
        return actorToWatch;
    }

    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        var request = new Akka.TestKit.TestActor.Unwatch(actorToUnwatch);
        TestActor.Tell(request, ActorRefs.NoSender);
        Confirm(request.Done.Task, blocking: true, "unwatch", actorToUnwatch).GetAwaiter().GetResult();
        return actorToUnwatch;
    }

    public async Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch)
    {
        var request = new Akka.TestKit.TestActor.Unwatch(actorToUnwatch);
        TestActor.Tell(request, ActorRefs.NoSender);
        await Confirm(request.Done.Task, blocking: false, "unwatch", actorToUnwatch);
        return actorToUnwatch;
    }

    public void SetAutoPilot(AutoPilot pilot) =>
        TestActor.Tell(new Akka.TestKit.TestActor.SetAutoPilot(pilot), ActorRefs.NoSender);

    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) =>
        TestActor.Tell(new Akka.TestKit.TestActor.SetIgnore(message => shouldIgnoreMessage(message)), ActorRefs.NoSender);

    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage) =>
        IgnoreMessages(message => message is TMsg typed && shouldIgnoreMessage(typed));

    public void IgnoreMessages<TMsg>() => IgnoreMessages(message => message is TMsg);

    public void IgnoreNoMessages() => TestActor.Tell(new Akka.TestKit.TestActor.SetIgnore(null), ActorRefs.NoSender);

    private async ValueTask Confirm(Task done, bool blocking, string verb, IActorRef actor)
    {
        var limit = TestKitSettings.DefaultTimeout;
        if (blocking)
            done.Wait(limit);
        else
            await done.WaitAsync(limit).ConfigureAwait(Quietly);
        if (!done.IsCompleted)
        {
            Fail(
                $"Test actor {TestActor} did not {verb} {actor} within {limit} ('akka.test.default-timeout'). " +
                "Is it stopped, or busy in its auto pilot?");
        }
    }

    private bool WaitFor(Func<bool> condition) =>
        AwaitConditionNoThrow(condition, TestKitSettings.DefaultTimeout, TimeSpan.FromMilliseconds(1));
}
