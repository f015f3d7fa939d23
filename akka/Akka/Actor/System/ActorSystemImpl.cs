namespace Akka.Actor.Internal;

using System.Text.RegularExpressions;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Util;

/// <summary>The actor system.</summary>
public partial class ActorSystemImpl : ExtendedActorSystem
{
    private readonly string _name;
    private readonly Settings _settings;
    private readonly EventStream _eventStream;
    private readonly ILoggingAdapter _log;
    private readonly IScheduler _scheduler;
    private readonly IActorRefProvider _provider;
    private readonly TerminationCallbacks _terminationCallbacks;
    private readonly Mailboxes _mailboxes;
    private readonly Dispatchers _dispatchers;
    private readonly Akka.Serialization.Serialization _serialization;
    private IActorRef _deadLetterListener;
    private int _terminating;

    public ActorSystemImpl(string name)
        : this(name, ConfigurationFactory.Default(), ActorSystemSetup.Empty)
    {
    }

    public ActorSystemImpl(string name, Config config, ActorSystemSetup setup, Option<Props>? guardianProps = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (name is null || !ValidName().IsMatch(name))
        {
            throw new ArgumentException(
                $"Invalid ActorSystem name [{name}], must contain only word characters (i.e. [a-zA-Z0-9] plus non-leading '-' or '_')",
                nameof(name));
        }

        _name = name;
        GuardianProps = guardianProps ?? Option<Props>.None;
        _settings = new Settings(this, config, setup);
        _eventStream = new EventStream(_settings.DebugEventStream);
        _eventStream.StartStdoutLogger(_settings);
        _log = new BusLogging(_eventStream, $"ActorSystem({_name})", GetType(), _settings.LogFormatter);
        _scheduler = Make<IScheduler>(_settings.SchedulerClass, "akka.scheduler.implementation", _settings.Config, _log);
        _provider = Make<IActorRefProvider>(_settings.ProviderClass, "akka.actor.provider", _name, _settings, _eventStream);
        _terminationCallbacks = new TerminationCallbacks(_provider.TerminationTask);
        _mailboxes = new Mailboxes(this);
        _dispatchers = new Dispatchers(this, new DefaultDispatcherPrerequisites(_eventStream, _scheduler, _settings, _mailboxes), _log);
        _serialization = new Akka.Serialization.Serialization(this);
        RegisterOnTermination(_dispatchers.ShutdownNow);
        RegisterOnTermination(StopScheduler);
    }

    public override string Name => _name;

    public override Settings Settings => _settings;

    public override EventStream EventStream => _eventStream;

    public override ILoggingAdapter Log => _log;

    public override IScheduler Scheduler => _scheduler;

    public override IActorRefProvider Provider => _provider;

    public override Akka.Serialization.Serialization Serialization => _serialization;

    public override Dispatchers Dispatchers => _dispatchers;

    public override Mailboxes Mailboxes => _mailboxes;

    public override IActorRef DeadLetters => _provider.DeadLetters;

    public override IActorRef IgnoreRef => _provider.IgnoreRef;

    public override IInternalActorRef Guardian => _provider.Guardian;

    public override IInternalActorRef LookupRoot => _provider.RootGuardian;

    public override IInternalActorRef SystemGuardian => _provider.SystemGuardian;

    public override Task WhenTerminated => _terminationCallbacks.WhenTerminated;

    /// <summary>The props of a user guardian other than the usual one.</summary>
    public Option<Props> GuardianProps { get; }

    public void Start()
    {
        try
        {
            _provider.Init(this);
            _eventStream.StartUnsubscriber(this);
            CoordinatedShutdown.Get(this);
            if (_settings.LogDeadLetters > 0)
                _deadLetterListener = SystemActorOf<DeadLetterListener>("deadLetterListener");
            LoadExtensions();
            if (_settings.LogConfigOnStart)
                _log.Warning(_settings.ToString());
        }
        catch (Exception)
        {
            Release();
            throw;
        }
    }

    public override IActorRef ActorOf(Props props, string name = null) => _provider.Guardian.Cell.AttachChild(props, false, name);

    public override IActorRef SystemActorOf(Props props, string name = null) =>
        _provider.SystemGuardian.Cell.AttachChild(props, true, name);

    public override IActorRef SystemActorOf<TActor>(string name = null) => SystemActorOf(Props.Create<TActor>(), name);

    public override ActorSelection ActorSelection(ActorPath actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this);

    public override ActorSelection ActorSelection(string actorPath) =>
        ActorRefFactoryShared.ActorSelection(actorPath, this, _provider.RootGuardian);

    public override void Stop(IActorRef actor)
    {
        // Only a parent may stop a child in order with what else happens to it.
        var parent = actor.Path.Parent;
        if (parent.Equals(_provider.Guardian.Path))
            _provider.Guardian.Tell(new Akka.Dispatch.SysMsg.StopChild(actor), ActorRefs.NoSender);
        else if (parent.Equals(_provider.SystemGuardian.Path))
            _provider.SystemGuardian.Tell(new Akka.Dispatch.SysMsg.StopChild(actor), ActorRefs.NoSender);
        else
            ((IInternalActorRef)actor).Stop();
    }

    public override void RegisterOnTermination(Action code) => _terminationCallbacks.Add(code);

    public override Task Terminate()
    {
        if (_settings.CoordinatedShutdownRunByActorSystemTerminate)
            CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        else
            FinalTerminate();

        return WhenTerminated;
    }

    public override string ToString() => LookupRoot.Path.Root.Address.ToString();

    /// <summary>Ends the actors without the phases of the coordinated shutdown.</summary>
    internal void FinalTerminate()
    {
        if (Interlocked.Exchange(ref _terminating, 1) != 0)
            return;

        _log.Debug("System shutdown initiated");
        if (!_settings.LogDeadLettersDuringShutdown && _deadLetterListener is not null)
            Stop(_deadLetterListener);
        _provider.Guardian.Stop();
    }

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9_-]*$")]
    private static partial Regex ValidName();

    private static T Make<T>(string typeName, string key, params object[] arguments)
        where T : class
    {
        var type = string.IsNullOrEmpty(typeName) ? null : Type.GetType(typeName);
        if (type is null || !typeof(T).IsAssignableFrom(type))
        {
            throw new ConfigurationException(
                $"'{key}' is [{typeName}], which is no {typeof(T).Name} that can be found. "
                + "Write it as 'Namespace.Type, Assembly', and reference the assembly.");
        }

        try
        {
            return (T)Activator.CreateInstance(type, arguments);
        }
        catch (System.Reflection.TargetInvocationException cause) when (cause.InnerException is not null)
        {
            throw new ConfigurationException(
                $"'{key}' is [{typeName}], which could not be made: {cause.InnerException.Message}", cause.InnerException);
        }
    }

    private void StopScheduler() => (_scheduler as IDisposable)?.Dispose();

    /// <summary>After a failed start: what has threads must not stay behind.</summary>
    private void Release()
    {
        try
        {
            _provider.Guardian?.Stop();
        }
        finally
        {
            StopScheduler();
            _dispatchers.ShutdownNow();
        }
    }
}
