namespace Akka.Flink.Host.Nodes;

using System.Globalization;

/// <summary>Nodes on this host that one command has started and another one ends; a folder says which.</summary>
/// <param name="folder">The folder, with a folder for each node and what they share.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">Told what happens.</param>
internal sealed class LocalCluster(string folder, TimeProvider clock, Action<string> say)
{
    private const string NodePrefix = "node-";
    private const int ShownLines = 15;

    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo _folder = new(Path.GetFullPath(folder));

    /// <summary>Starts nodes and waits until all are up.</summary>
    /// <param name="count">How many.</param>
    /// <param name="port">The port of the first one; 0 for any. The others take any.</param>
    /// <param name="restPort">That of its REST API; the others take any.</param>
    /// <param name="common">Arguments that all of them have.</param>
    /// <param name="cancellationToken">Gives up, and ends those that were started.</param>
    /// <returns>The nodes.</returns>
    /// <exception cref="NodeException">Nodes run from this folder already, or one did not come up.</exception>
    public async Task<IReadOnlyList<LocalNode>> UpAsync(
        int count, int port, string restPort, IReadOnlyList<string> common, CancellationToken cancellationToken)
    {
        CheckUnix();
        ClearAway();
        var nodes = Enumerable.Range(1, count).Select(number => Node($"{NodePrefix}{number}")).ToList();
        try
        {
            Start(nodes[0], ["--port", port.ToString(CultureInfo.InvariantCulture), "--rest-port", restPort, .. common]);
            var seed = (await UntilUpAsync(nodes[0], cancellationToken).ConfigureAwait(false)).Address!;
            foreach (var node in nodes.Skip(1))
                Start(node, ["--port", "0", "--rest-port", "0", "--seed", seed, .. common]);
            foreach (var node in nodes.Skip(1))
                await UntilUpAsync(node, cancellationToken).ConfigureAwait(false);
            return nodes;
        }
        catch
        {
            await DownAsync(TimeSpan.FromSeconds(10), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends the nodes that run from this folder, and no others: gracefully, those that do not end in time at once.</summary>
    /// <param name="patience">How long they may take.</param>
    /// <param name="cancellationToken">Gives up waiting; the nodes go on ending.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> DownAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        CheckUnix();
        var running = Known().Select(node => (Node: node, Process: node.Find())).ToList();
        foreach (var (node, process) in running.Where(each => each.Process is not null))
        {
            say($"Ending {node.Name} (process {process!.Id}).");
            LocalNode.AskToEnd(process);
        }

        var began = clock.GetTimestamp();
        foreach (var (node, process) in running)
        {
            if (process is not null)
                await UntilEndedAsync(node, process, patience - clock.GetElapsedTime(began), cancellationToken).ConfigureAwait(false);
            process?.Dispose();
            node.Forget();
        }

        return running.Count(each => each.Process is not null);
    }

    private void Start(LocalNode node, IReadOnlyList<string> arguments)
    {
        node.Start(["node", "--mark", node.MarkPath, .. arguments]);
        say($"Starting {node.Name} (process {node.Started?.ProcessId}, log {node.Log}).");
    }

    private async Task<NodeMark> UntilUpAsync(LocalNode node, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < StartPatience)
        {
            if (node.Mark is { Address: not null } mark)
                return mark;

            using var process = node.Find();
            if (process is null)
                throw NodeErrors.LocalNodeEnded(node.Name, node.Log, node.LastLines(ShownLines));
            await Task.Delay(Interval, clock, cancellationToken).ConfigureAwait(false);
        }

        throw NodeErrors.LocalNodeNotUp(node.Name, StartPatience, node.Log, node.LastLines(ShownLines));
    }

    private async Task UntilEndedAsync(
        LocalNode node, System.Diagnostics.Process process, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience > TimeSpan.Zero ? patience : TimeSpan.Zero);
        try
        {
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            say($"{node.Name} has not ended in time, and is killed; its jobs resume from their last checkpoints.");
            process.Kill();
        }
    }

    private void ClearAway()
    {
        var running = new List<string>();
        foreach (var node in Known())
        {
            using var process = node.Find();
            if (process is not null)
            {
                running.Add($"{node.Name} (process {process.Id})");
            }
            else if (node.Started is { } started)
            {
                say($"{node.Name} (process {started.ProcessId}) has ended without being told to; the end of its log is in {node.Log}.");
                node.Forget();
            }
        }

        if (running.Count > 0)
            throw NodeErrors.AlreadyUp(_folder.FullName, string.Join(", ", running));
    }

    private LocalNode Node(string name) => new(new DirectoryInfo(Path.Combine(_folder.FullName, name)));

    private IEnumerable<LocalNode> Known() => _folder.Exists
        ? _folder.EnumerateDirectories(NodePrefix + "*").OrderBy(each => each.Name, StringComparer.Ordinal)
                .Select(each => new LocalNode(each))
        : [];

    private static void CheckUnix()
    {
        if (OperatingSystem.IsWindows())
            throw NodeErrors.NoBackground();
    }
}
