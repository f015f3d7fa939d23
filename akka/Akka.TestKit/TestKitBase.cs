namespace Akka.TestKit;

using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Configs;
using Akka.TestKit.Internal;

/// <summary>An actor system, and a test actor whose messages a test expects.</summary>
/// <remarks>
/// The test actor runs on the thread that sends to it and puts what it gets into a queue; expectations read the queue. It is the implicit
/// sender on the thread of the test, and after an await in it. Times are multiplied by <c>akka.test.timefactor</c>;
/// inside of <see cref="Within(TimeSpan, Action, TimeSpan?, CancellationToken)"/> an expectation without a time has what is left of it.
/// </remarks>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static int _testActors;

    private readonly ITestKitAssertions _assertions;
    private EnvelopeQueue _queue;
    private MessageEnvelope _last = NullMessageEnvelope.Instance;
    private SynchronizationContext _outerContext;

    protected TestKitBase(ITestKitAssertions assertions, ActorSystem system = null, string testActorName = null)
        : this(assertions, system, ActorSystemSetup.Empty, null, testActorName)
    {
    }

    protected TestKitBase(
        ITestKitAssertions assertions, ActorSystemSetup setup, string actorSystemName = null, string testActorName = null)
        : this(assertions, null, setup, actorSystemName, testActorName)
    {
    }

    protected TestKitBase(ITestKitAssertions assertions, Config config, string actorSystemName = null, string testActorName = null)
        : this(assertions, null, SetupOf(config), actorSystemName, testActorName)
    {
    }

    protected TestKitBase(
        ITestKitAssertions assertions, ActorSystem system, ActorSystemSetup config, string actorSystemName, string testActorName)
    {
        _assertions = assertions ?? throw new ArgumentNullException(nameof(assertions));
        InitializeTest(system, config, actorSystemName, testActorName);
    }

    public static Config DefaultConfig => TestConfigs.DefaultConfig;

    public static Config FullDebugConfig { get; } = ConfigurationFactory.ParseString("""
        akka.log-dead-letters-during-shutdown = true
        akka.actor.debug.receive = true
        akka.actor.debug.autoreceive = true
        akka.actor.debug.lifecycle = true
        akka.actor.debug.event-stream = true
        akka.actor.debug.unhandled = true
        akka.actor.debug.fsm = true
        akka.actor.debug.router-misconfiguration = true
        akka.log-dead-letters = true
        akka.loglevel = DEBUG
        akka.stdout-loglevel = DEBUG
        """);

    public ActorSystem Sys { get; private set; }

    public TestKitSettings TestKitSettings { get; private set; }

    public ILoggingAdapter Log { get; private set; }

    public EventFilterFactory EventFilter { get; private set; }

    public IActorRef TestActor { get; private set; }

    public object LastMessage => _last.Message;

    public IActorRef LastSender => _last.Sender;

    public bool HasMessages => !_queue.IsEmpty;

    protected virtual void InitializeTest(ActorSystem system, ActorSystemSetup config, string actorSystemName, string testActorName)
    {
        Sys = system ?? ActorSystem.Create(actorSystemName ?? "test", WithDefaults(config));
        Sys.Settings.InjectTopLevelFallback(DefaultConfig);   // a system that the test brings may know nothing of akka.test
        Sys.RegisterExtension(new TestKitExtension());
        TestKitSettings = TestKitExtension.For(Sys);
        Log = Logging.GetLogger(Sys, GetType());
        EventFilter = new EventFilterFactory(this);
        RegisterDispatcher(CallingThreadDispatcher.Id);
        RegisterDispatcher(TestActorDispatcher);

        _queue = new EnvelopeQueue();
        TestActor = CreateTestActor(
            string.IsNullOrEmpty(testActorName) ? $"testActor{Interlocked.Increment(ref _testActors)}" : testActorName);
        SetImplicitSender();
    }

    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false) =>
        Shutdown(Sys, duration, verifySystemShutdown);

    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        if (system == null)
            return;

        var limit = duration ?? Shorter(Dilated(TimeSpan.FromSeconds(5)), TimeSpan.FromSeconds(10));
        if (system.Terminate().Wait(limit))
            return;

        var message = $"Actor system '{system.Name}' had not stopped after {limit}. " +
            "Look for an actor that is busy or blocked, or give Shutdown a longer duration.";
        if (verifySystemShutdown)
            throw new TimeoutException(message);
        system.Log.Warning("{0}", message);
    }

    /// <summary>Leaves the thread as it was before the test kit: the next test on it has no dead test actor as sender.</summary>
    internal void ClearImplicitSender()
    {
        if (InternalCurrentActorCellKeeper.Current == CellOf(TestActor))
            InternalCurrentActorCellKeeper.Current = null;
        if (SynchronizationContext.Current is ActorCellKeepingSynchronizationContext)
            SynchronizationContext.SetSynchronizationContext(_outerContext);
    }

    private static ActorSystemSetup SetupOf(Config config) =>
        ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config ?? ConfigurationFactory.Empty));

    private static ActorSystemSetup WithDefaults(ActorSystemSetup setup)
    {
        var given = setup.Get<BootstrapSetup>();
        var bootstrap = given.HasValue ? given.Value : BootstrapSetup.Create();
        return setup.WithSetup(bootstrap.WithConfigFallback(DefaultConfig));
    }

    private static ActorCell CellOf(IActorRef actor) => (actor as ActorRefWithCell)?.Underlying as ActorCell;

    private void RegisterDispatcher(string id)
    {
        var prerequisites = Sys.Dispatchers.Prerequisites;
        var config = Sys.Settings.Config.GetConfig(id);
        Sys.Dispatchers.RegisterConfigurator(id, new CallingThreadDispatcherConfigurator(config, prerequisites));
    }

    private void SetImplicitSender()
    {
        if (this is TestProbe)
            return;   // the test kit that made it stays the sender

        var cell = this is INoImplicitSender ? null : CellOf(TestActor);
        if (SynchronizationContext.Current is not ActorCellKeepingSynchronizationContext)
            _outerContext = SynchronizationContext.Current;
        InternalCurrentActorCellKeeper.Current = cell;
        SynchronizationContext.SetSynchronizationContext(new ActorCellKeepingSynchronizationContext(cell));
    }
}
