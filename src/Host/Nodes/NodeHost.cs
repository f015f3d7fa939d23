namespace Akka.Flink.Host.Nodes;

using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Akka.Actor;
using Akka.Flink.Host.Embedded;
using Akka.Flink.Host.Logging;

/// <summary>The process of a node: starts it, says what a user wants to know, and ends it when asked to.</summary>
/// <param name="options">How it was started.</param>
/// <param name="clock">The clock.</param>
internal sealed class NodeHost(NodeOptions options, TimeProvider clock)
{
    private const string WorkingFolderFile = "hocon.conf";

    // How often somebody who waits is told what for.
    private static readonly TimeSpan NoteInterval = TimeSpan.FromSeconds(10);

    private int _signals;

    /// <summary>Runs the node until it has left its cluster.</summary>
    /// <param name="mark">The file that says of this node where it is, written once it is up; null for none.</param>
    /// <returns>What the process ends with.</returns>
    public async Task<ExitCode> RunAsync(string? mark)
    {
        IReadOnlyList<string> files = File.Exists(WorkingFolderFile) ? [WorkingFolderFile, .. options.Files] : options.Files;
        var configuration = NodeConfiguration.OfProcess(options, files, EnvironmentVariables.All());
        using var logging = new LineLoggerFactory(LineLoggerFactory.LevelOf(configuration.Host.LogLevel), clock);
        using var starting = new CancellationTokenSource();
        ClusterNode? node = null;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        try
        {
            node = await StartAsync(configuration, logging, starting.Token).ConfigureAwait(false);
            if (starting.IsCancellationRequested)
                await node.LeaveAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (starting.IsCancellationRequested)
        {
            return ExitCode.Aborted;
        }

        if (await IsUpAsync(node).ConfigureAwait(false))
            NodeGreeting.Say(node, Console.Out);
        if (mark is not null && node.Up.IsCompleted)
            NodeMark.Of(node, clock).Write(mark);
        await node.System.WhenTerminated.ConfigureAwait(false);
        return EndOf(node);

        void OnSignal(PosixSignalContext context)
        {
            context.Cancel = true;   // the process lives on until the node has left
            if (Interlocked.Increment(ref _signals) > 1)
            {
                ProcessEnd.Now(ExitCode.Aborted);
            }
            else
            {
                Console.Error.WriteLine("Leaving the cluster: jobs are moved to other nodes first. Ctrl-C again ends the process at once.");
                starting.Cancel();
                _ = node?.LeaveAsync();
            }
        }
    }

    // What keeps a node from starting is said in one sentence, not in the log as well.
    private static async Task<ClusterNode> StartAsync(
        NodeConfiguration configuration, LineLoggerFactory logging, CancellationToken cancellationToken)
    {
        var write = logging.Write;
        var held = new ConcurrentQueue<string>();
        logging.Write = held.Enqueue;
        var node = await ClusterNode.StartAsync(configuration, logging, cancellationToken).ConfigureAwait(false);
        logging.Write = write;
        while (held.TryDequeue(out var line))
            write(line);
        return node;
    }

    private async Task<bool> IsUpAsync(ClusterNode node)
    {
        while (!node.System.WhenTerminated.IsCompleted)
        {
            using var patience = new CancellationTokenSource();
            var note = Task.Delay(NoteInterval, clock, patience.Token);
            await Task.WhenAny(node.Up, node.System.WhenTerminated, note).ConfigureAwait(false);
            await patience.CancelAsync().ConfigureAwait(false);
            if (node.Up.IsCompleted)
                return true;
            if (!node.System.WhenTerminated.IsCompleted)
                Console.Error.WriteLine(WaitingFor(node));
        }

        return false;
    }

    private static string WaitingFor(ClusterNode node) => node.Configuration.HasSeeds
        ? $"Node {node.Flink.Address} is not in a cluster yet: no seed has let it join ({node.Configuration.Seeds}). See that one of " +
        "them runs and that this host can reach it. Trying on; Ctrl-C ends it."
        : $"Node {node.Flink.Address} is not up yet. Waiting on; Ctrl-C ends it.";

    private static ExitCode EndOf(ClusterNode node)
    {
        var reason = CoordinatedShutdown.Get(node.System).ShutdownReason;
        if (reason is CoordinatedShutdown.ClusterDowningReason)
        {
            Console.Error.WriteLine(
                $"Node {node.Flink.Address} ends: the other nodes could not reach it and have gone on without it. Start it again.");
            return ExitCode.Downed;
        }

        if (reason is CoordinatedShutdown.ClusterJoinUnsuccessfulReason)
            return ProcessEnd.Report(NodeErrors.NotJoined(node.Configuration.Seeds));

        Console.Error.WriteLine($"Node {node.Flink.Address} has left.");
        return ExitCode.Finished;
    }
}
