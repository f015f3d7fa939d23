namespace Akka.Flink.Host.Hosting;

using Akka.Actor;
using Akka.Cluster;
using Akka.Event;
using Akka.Flink.Host.Cli;
using Akka.Flink.Host.Nodes;
using Akka.Flink.Host.Programs;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;
using Microsoft.Extensions.DependencyInjection;

/// <summary>An actor system's share of a cluster that runs jobs: its slots, its REST API, and the job manager when it is its
/// turn.</summary>
/// <remarks>
/// <para>An application's own actor system takes part: it is created with
/// <see cref="AkkaFlinkSystemExtensions.WithAkkaFlinkAsync"/>, joins the cluster as the application's configuration says, and
/// <see cref="Get"/> starts its share. Where there is a Generic Host, <see cref="AkkaFlinkServices.AddAkkaFlink"/> does all of it.</para>
/// <para><b>State.</b> In the storage that all nodes share: see docs/deployment.md.</para>
/// <para><b>Threads.</b> Any. It ends with the actor system: when that ends by CoordinatedShutdown, jobs are moved to other nodes
/// first.</para>
/// <para><b>Flink.</b> A TaskManager, with a JobManager that stands by.</para>
/// </remarks>
public sealed class AkkaFlink : IExtension, INodeHealth
{
    private readonly ActorSystem _system;
    private readonly Cluster _cluster;
    private readonly NodeSetup _setup;
    private readonly string _host;
    private volatile ClusterRuntime? _runtime;
    private volatile RestServer? _rest;

    internal AkkaFlink(ExtendedActorSystem system, NodeSetup setup)
    {
        _system = system;
        _setup = setup;
        _cluster = Cluster.Get(system);
        _host = _cluster.SelfAddress.Host;
        Started = Task.Run(StartAsync);
        system.WhenTerminated.ContinueWith(_ => setup.Storage.Dispose(), TaskScheduler.Default);
    }

    /// <summary>Completes when the share has started: the node offers its slots as soon as it is a member of the cluster. Fails when its
    /// REST API cannot be had.</summary>
    public Task Started { get; }

    /// <summary>Where other nodes reach this one: <c>host:port</c>.</summary>
    public string Address => ClusterTables.HostAndPort(_cluster.SelfAddress.ToString());

    /// <summary>How many slots it offers.</summary>
    public int Slots => _setup.Configuration.Cluster.Slots;

    /// <summary>Where its REST API is; <see langword="null"/> until <see cref="Started"/>, or when <c>akka.flink.rest.port</c> is
    /// <c>off</c>.</summary>
    public string? RestUrl => _rest?.Url;

    /// <summary>Asks the job manager.</summary>
    internal IClusterClient Client => _runtime?.Client ?? throw NodeErrors.NotStarted();

    /// <summary>The share of an actor system; the first call starts it.</summary>
    /// <param name="system">The actor system, created with
    /// <see cref="AkkaFlinkSystemExtensions.WithAkkaFlinkAsync"/>.</param>
    /// <returns>The share; see <see cref="Started"/>.</returns>
    /// <exception cref="FlinkException">The actor system was created without it.</exception>
    public static AkkaFlink Get(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);

        return system.WithExtension<AkkaFlink, AkkaFlinkExtension>();
    }

    /// <summary>Whether the node can be of use: it has started, and is up in its cluster.</summary>
    /// <param name="reason">How it is, in words.</param>
    /// <returns>Whether it is.</returns>
    public bool IsReady(out string reason)
    {
        if (!IsLive(out reason))
            return false;

        var status = _cluster.SelfMember.Status;
        var isStarted = Started.IsCompletedSuccessfully;
        reason = isStarted ? $"{Address} is {status.ToString().ToLowerInvariant()} in its cluster." : $"{Address} is starting.";
        return isStarted && status is MemberStatus.Up or MemberStatus.WeaklyUp;
    }

    /// <summary>Whether the node can go on; one that cannot wants to be started anew, in a new process or actor system.</summary>
    /// <param name="reason">How it is, in words.</param>
    /// <returns>Whether it can.</returns>
    public bool IsLive(out string reason)
    {
        reason = Started.IsFaulted ? $"{Address} could not start: {Started.Exception.GetBaseException().Message}"
            : _cluster.IsTerminated || _system.WhenTerminated.IsCompleted ? $"{Address} is no member of its cluster any more."
            : $"{Address} lives.";
        return !Started.IsFaulted && !_cluster.IsTerminated && !_system.WhenTerminated.IsCompleted;
    }

    private async Task StartAsync()
    {
        var configuration = _setup.Configuration;
        var programs = new JobPrograms(_setup.Storage.Artifacts, configuration.Flink, configuration.Programs);
        if (configuration.Rest.IsOn)
        {
            _rest = await RestServer.StartAsync(configuration.Rest, _host, services => Add(services, programs), _setup.Logging)
                .ConfigureAwait(false);
            CoordinatedShutdown.Get(_system)
                .AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "flink-rest", () => StopAsync(_rest));
        }

        var services = new NodeServices(
            ClusterRuntime.NodeNameOf(_system), new JobCache(), _setup.Storage.Chunks, TimeProvider.System)
        {
            Programs = programs,
            MaxStateBytes = ClusterRuntime.MaxStateBytesOf(_system),
        };
        _runtime = ClusterRuntime.Start(_system, services, configuration.Cluster with { RestUrl = RestUrl });
        KeepPresence();
    }

    // Whom the others have given up leaves it to them to say that the cluster lives.
    private void KeepPresence()
    {
        var presence = _setup.Storage.Presence;
        var shutdown = CoordinatedShutdown.Get(_system);
        var isLast = false;
        _cluster.RegisterOnMemberUp(() => presence.Keep(Address, Logging.GetLogger(_system, typeof(AkkaFlink))));
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeClusterShutdown, "flink-is-last", () =>
        {
            isLast = _cluster.State.Members.Count <= 1 && shutdown.ShutdownReason is not CoordinatedShutdown.ClusterDowningReason;
            return Task.FromResult(Done.Instance);
        });
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "flink-presence", async () =>
        {
            await presence.StopAsync(Address, isLast).ConfigureAwait(false);
            return Done.Instance;
        });
    }

    // The address of the REST API belongs to what the node says of itself, so it listens first.
    private void Add(IServiceCollection services, JobPrograms programs) => services
        .AddTransient(_ => Client)
        .AddTransient<IJobSubmitter>(_ => new ProgramSubmitter(programs, _setup.Storage.Artifacts, Client))
        .AddSingleton(_setup.Storage.Artifacts)
        .AddSingleton<INodeHealth>(this);

    private static async Task<Done> StopAsync(RestServer rest)
    {
        await rest.DisposeAsync().ConfigureAwait(false);
        return Done.Instance;
    }
}
