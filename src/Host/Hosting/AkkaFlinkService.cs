namespace Akka.Flink.Host.Hosting;

using Akka.Actor;
using Akka.Flink.Host.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

/// <summary>The node of an application: starts and ends with its host.</summary>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
public sealed class AkkaFlinkService : IHostedService
{
    private readonly AkkaFlinkOptions _options;
    private readonly ILoggerFactory _logging;
    private readonly IHostApplicationLifetime _application;
    private volatile ClusterNode? _node;

    /// <summary>Made by the application's services.</summary>
    /// <param name="options">How the node is started.</param>
    /// <param name="logging">Where its log goes.</param>
    /// <param name="application">What ends when the cluster goes on without the node.</param>
    public AkkaFlinkService(AkkaFlinkOptions options, ILoggerFactory logging, IHostApplicationLifetime application)
    {
        _options = options;
        _logging = logging;
        _application = application;
    }

    /// <summary>Whether the host has started the node.</summary>
    public bool IsStarted => _node is not null;

    /// <summary>The node's share of the cluster.</summary>
    /// <exception cref="FlinkException">The host has not started it.</exception>
    public AkkaFlink Node => _node?.Flink ?? throw NodeErrors.NotHosted();

    /// <summary>The node's actor system.</summary>
    /// <exception cref="FlinkException">The host has not started it.</exception>
    public ActorSystem System => _node?.System ?? throw NodeErrors.NotHosted();

    /// <summary>Starts the node, which goes on to join its cluster.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ends when it has started.</returns>
    /// <exception cref="FlinkException">Its configuration, its storage, its port or its REST API cannot be had.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new NodeOptions
        {
            Host = _options.Host,
            Port = _options.Port,
            Seeds = [.. _options.Seeds],
            Roles = [.. _options.Roles],
            Slots = _options.Slots,
            RestPort = _options.RestPort,
            Assignments = [.. _options.Settings.Select(setting => $"{setting.Key}={setting.Value}")],
        };
        var configuration = NodeConfiguration.OfProcess(options, [.. _options.Files], EnvironmentVariables.All());
        var node = await ClusterNode.StartAsync(configuration, _logging, cancellationToken).ConfigureAwait(false);
        _node = node;
        if (_options.StopsApplication)
            _ = node.System.WhenTerminated.ContinueWith(_ => _application.StopApplication(), TaskScheduler.Default);
    }

    /// <summary>Lets the node leave its cluster, once its jobs have been moved.</summary>
    /// <param name="cancellationToken">Gives up waiting; the node's jobs go on elsewhere from their last checkpoints.</param>
    /// <returns>Ends when the node has.</returns>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_node is { } node)
            await node.LeaveAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
