namespace Akka.Remote;

using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Event;
using Akka.Remote.Transport;
using Akka.Serialization;
using Akka.Util.Internal;

/// <summary>The provider of a system that can reach others; what is local it leaves to that of local systems.</summary>
public partial class RemoteActorRefProvider : IRemoteActorRefProvider
{
    private readonly LocalActorRefProvider _local;
    private readonly ILoggingAdapter _log;
    private ActorSystemImpl _system;
    private Remoting _remoting;
    private IActorRef _remoteWatcher;
    private Information _serializationInformation;

    public RemoteActorRefProvider(string systemName, Settings settings, EventStream eventStream)
    {
        settings.InjectTopLevelFallback(RemoteConfigFactory.Default());
        Settings = settings;
        RemoteSettings = new RemoteSettings(settings.Config);
        Deployer = new Deployer(settings);
        _local = new LocalActorRefProvider(systemName, settings, eventStream, Deployer, null);
        _log = Logging.GetLogger(eventStream, $"RemoteActorRefProvider({systemName})", settings.LogFormatter);
    }

    public RemoteSettings RemoteSettings { get; }

    public Settings Settings { get; }

    public Deployer Deployer { get; protected set; }

    public RemoteTransport Transport => _remoting;

    public IActorRef RemoteWatcher => _remoteWatcher;

    public Address DefaultAddress => _remoting.DefaultAddress;

    public IActorRef DeadLetters => _local.DeadLetters;

    public IActorRef IgnoreRef => _local.IgnoreRef;

    public IInternalActorRef RootGuardian => _local.RootGuardian;

    public ActorPath RootPath => _local.RootPath;

    public LocalActorRef Guardian => _local.Guardian;

    public LocalActorRef SystemGuardian => _local.SystemGuardian;

    public IInternalActorRef TempContainer => _local.TempContainer;

    public Task TerminationTask => _local.TerminationTask;

    public Information SerializationInformation => _serializationInformation ??= new Information(DefaultAddress, _system);

    public virtual void Init(ActorSystemImpl system)
    {
        _system = system;
        _local.Init(system);
        _remoting = new Remoting(system, this);
        _remoting.Start();

        var remoting = _remoting;
        var systemGuardian = _local.SystemGuardian;
        system.SystemActorOf(
            RemoteSettings.ConfigureDispatcher(Props.Create(() => new RemotingTerminator(remoting, systemGuardian))),
            "remoting-terminator");
        _remoteWatcher = CreateRemoteWatcher(system);
    }

    public ActorPath TempPath() => _local.TempPath();

    public void RegisterTempActor(IInternalActorRef actorRef, ActorPath path) => _local.RegisterTempActor(actorRef, path);

    public void UnregisterTempActor(ActorPath path) => _local.UnregisterTempActor(path);

    public FutureActorRef<T> CreateFutureRef<T>(TaskCompletionSource<T> tcs) => new(tcs, this);

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
        if (!systemService)
            RefuseRemoteDeployment(path, props.Deploy, lookupDeploy ? Deployer.Lookup(path) : deploy);
        return _local.ActorOf(system, props, supervisor, path, systemService, deploy, lookupDeploy, async);
    }

    public void Quarantine(Address address, int? uid) => _remoting.Quarantine(address, uid);

    protected virtual IActorRef CreateRemoteWatcher(ActorSystemImpl system) => system.SystemActorOf(
        RemoteSettings.ConfigureDispatcher(Remote.RemoteWatcher.Props(
            CreateRemoteWatcherFailureDetector(system),
            RemoteSettings.WatchHeartBeatInterval,
            RemoteSettings.WatchUnreachableReaperInterval,
            RemoteSettings.WatchHeartbeatExpectedResponseAfter)),
        "remote-watcher");

    protected DefaultFailureDetectorRegistry<Address> CreateRemoteWatcherFailureDetector(ActorSystem system)
    {
        // Once at the start: what is wrong with the section is said there, and not to the first actor that watches another.
        Make();
        return new DefaultFailureDetectorRegistry<Address>(Make);

        FailureDetector Make() => FailureDetectorLoader.Load(
            RemoteSettings.WatchFailureDetectorImplementationClass, RemoteSettings.WatchFailureDetectorConfig, system);
    }

    private void RefuseRemoteDeployment(ActorPath path, params ReadOnlySpan<Deploy> deployments)
    {
        foreach (var deploy in deployments)
        {
            var node = deploy is null ? null : (deploy.Scope as RemoteScope)?.Address.ToString() ?? deploy.Config.GetString("remote");
            if (!string.IsNullOrEmpty(node) && !(Address.TryParse(node, out Address address) && HasAddress(address)))
                throw RemotingErrors.RemoteDeployment(path, deploy);
        }
    }
}
