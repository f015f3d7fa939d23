namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Serialization;

/// <summary>The provider of a system that knows of no other; that of remoting asks it for all that is local.</summary>
public sealed partial class LocalActorRefProvider : IActorRefProvider
{
    private readonly Settings _settings;
    private readonly EventStream _eventStream;
    private readonly Deployer _deployer;
    private readonly ActorPath _rootPath;
    private readonly ActorPath _tempNode;
    private readonly ILoggingAdapter _log;
    private readonly IInternalActorRef _deadLetters;
    private readonly IActorRef _ignoreRef;
    private readonly Dictionary<string, IInternalActorRef> _extraNames = [];
    private readonly TaskCompletionSource<Status> _terminationPromise = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ActorSystemImpl _system;
    private RootGuardianActorRef _rootGuardian;
    private LocalActorRef _userGuardian;
    private LocalActorRef _systemGuardian;
    private VirtualPathContainer _tempContainer;
    private Information _serializationInformation;
    private long _tempNumber;

    public LocalActorRefProvider(string systemName, Settings settings, EventStream eventStream)
        : this(systemName, settings, eventStream, null, null)
    {
    }

    public LocalActorRefProvider(
        string systemName,
        Settings settings,
        EventStream eventStream,
        Deployer deployer,
        Func<ActorPath, IInternalActorRef> deadLettersFactory)
    {
        _settings = settings;
        _eventStream = eventStream;
        _deployer = deployer ?? new Deployer(settings);
        _rootPath = new RootActorPath(new Address("akka", systemName));
        _log = Logging.GetLogger(eventStream, $"LocalActorRefProvider({_rootPath.Address})", settings.LogFormatter);
        _tempNode = _rootPath / "temp";
        var deadLettersPath = _rootPath / "deadLetters";
        _deadLetters = deadLettersFactory?.Invoke(deadLettersPath) ?? new DeadLetterActorRef(this, deadLettersPath, eventStream);
        _ignoreRef = new IgnoreActorRef(this);
    }

    public IActorRef DeadLetters => _deadLetters;

    public IActorRef IgnoreRef => _ignoreRef;

    public Deployer Deployer => _deployer;

    public IInternalActorRef RootGuardian => _rootGuardian;

    public ActorPath RootPath => _rootPath;

    public Settings Settings => _settings;

    public LocalActorRef SystemGuardian => _systemGuardian;

    public IInternalActorRef TempContainer => _tempContainer;

    public Task TerminationTask => _terminationPromise.Task;

    public LocalActorRef Guardian => _userGuardian;

    public EventStream EventStream => _eventStream;

    public ILoggingAdapter Log => _log;

    public Address DefaultAddress => _rootPath.Address;

    public Information SerializationInformation => _serializationInformation ??= new Information(DefaultAddress, _system);

    /// <summary>Makes a name below the root that is no actor, such as <c>remote</c>.</summary>
    public void RegisterExtraName(string name, IInternalActorRef actor) => _extraNames.Add(name, actor);

    public ActorPath TempPath() => new ChildActorPath(_tempNode, ActorPathNames.Generated(Interlocked.Increment(ref _tempNumber) - 1), 0);

    public void RegisterTempActor(IInternalActorRef actorRef, ActorPath path)
    {
        CheckTempPath(path, nameof(RegisterTempActor));
        _tempContainer.AddChild(path.Name, actorRef);
    }

    public void UnregisterTempActor(ActorPath path)
    {
        CheckTempPath(path, nameof(UnregisterTempActor));
        _tempContainer.RemoveChild(path.Name);
    }

    public FutureActorRef<T> CreateFutureRef<T>(TaskCompletionSource<T> tcs) => new(tcs, this);

    public IActorRef RootGuardianAt(Address address) => address == _rootPath.Address ? _rootGuardian : _deadLetters;

    public Address GetExternalAddressFor(Address address) => address == _rootPath.Address ? address : null;

    public IActorRef ResolveActorRef(string path)
    {
        if (IgnoreActorRef.IsIgnoreRefPath(path))
            return _ignoreRef;
        if (ActorPath.TryParse(path, out var actorPath) && actorPath.Address.Equals(_rootPath.Address))
            return ResolveActorRef(_rootGuardian, actorPath.ElementsWithUid);

        _log.Debug("Resolve of unknown path [{0}] failed. Invalid format.", path);
        return _deadLetters;
    }

    public IActorRef ResolveActorRef(ActorPath path)
    {
        if (path.Address.Equals(_rootPath.Address))
            return ResolveActorRef(_rootGuardian, path.ElementsWithUid);
        if (IgnoreActorRef.IsIgnoreRefPath(path))
            return _ignoreRef;

        _log.Debug("Resolve of foreign ActorPath [{0}] failed", path);
        return _deadLetters;
    }

    public IInternalActorRef ActorOf(
        ActorSystemImpl system,
        Props props,
        IInternalActorRef supervisor,
        ActorPath path,
        bool systemService,
        Deploy deploy,
        bool lookupDeploy,
        bool async)
    {
        props = Deployed(props, lookupDeploy ? _deployer.Lookup(path) : deploy);
        if (!system.Dispatchers.HasDispatcher(props.Dispatcher))
            throw new ConfigurationException($"Dispatcher [{props.Dispatcher}] not configured for path {path}");

        try
        {
            var dispatcher = system.Dispatchers.Lookup(props.Dispatcher);
            var mailboxType = system.Mailboxes.GetMailboxType(props, dispatcher.Configurator.Config);
            return async
                ? new RepointableActorRef(system, props, dispatcher, mailboxType, supervisor, path).Initialize(true)
                : new LocalActorRef(system, props, dispatcher, mailboxType, supervisor, path);
        }
        catch (Exception cause)
        {
            throw new ConfigurationException(
                $"Configuration problem while creating [{path}] with dispatcher [{props.Dispatcher}] and mailbox [{props.Mailbox}]: "
                + cause.Message,
                cause);
        }
    }

    internal IActorRef ResolveActorRef(IInternalActorRef start, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            _log.Debug("Resolve of empty path sequence fails (per definition)");
            return _deadLetters;
        }

        var found = start.GetChild(names);
        if (!found.IsNobody())
            return found;

        _log.Debug("Resolve of path sequence [/{0}] failed", string.Join("/", names));
        return new EmptyLocalActorRef(_system.Provider, start.Path / names, _eventStream);
    }

    private static Props Deployed(Props props, Deploy deploy)
    {
        if (deploy is null)
            return props;

        if (deploy.Mailbox != Deploy.NoMailboxGiven)
            props = props.WithMailbox(deploy.Mailbox);
        if (deploy.Dispatcher != Deploy.NoDispatcherGiven)
            props = props.WithDispatcher(deploy.Dispatcher);
        return deploy.StashCapacity != Deploy.NoStashSize ? props.WithStashCapacity(deploy.StashCapacity) : props;
    }

    private void CheckTempPath(ActorPath path, string operation)
    {
        if (!path.Parent.Equals(_tempNode))
            throw new InvalidOperationException($"Cannot {operation}() with anything not obtained from TempPath(), such as [{path}].");
    }
}
