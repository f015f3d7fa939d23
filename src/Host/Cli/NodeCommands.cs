namespace Akka.Flink.Host.Cli;

using System.CommandLine;
using System.Globalization;
using Akka.Flink.Host.Nodes;

/// <summary>The commands that start and end nodes.</summary>
internal static class NodeCommands
{
    private const string DefaultFolder = ".akka-flink/cluster";
    private const string DefaultRestPort = "8081";
    private const int MaxNodes = 64;
    private const int MaxSlots = 1024;

    // A little more than akka.flink.cluster.leave-timeout.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Adds them.</summary>
    /// <param name="root">Where to.</param>
    public static void AddTo(RootCommand root)
    {
        root.Subcommands.Add(Node());
        root.Subcommands.Add(Up());
        root.Subcommands.Add(Down());
    }

    private static Command Node()
    {
        var host = new Option<string?>("--host")
        {
            Description = "The name or address that the node listens on and that others reach it by; by default this host alone.",
            HelpName = "HOST",
        };
        var port = Port("--port", "The port that other nodes reach it by; 0 for any. By default 4053, or any if it joins a seed.");
        var seeds = new Option<string[]>("--seed")
        {
            Description = "A node of the cluster to join; may be repeated. None: the node begins a cluster.",
            HelpName = "HOST:PORT",
        };
        var roles = new Option<string[]>("--role") { Description = "A role of the node; may be repeated.", HelpName = "ROLE" };
        var slots = Slots();
        var restPort = new Option<string?>("--rest-port")
        {
            Description = "The port of its REST API: a number, a range, or off; by default the first that is free of 8081 to 8099.",
            HelpName = "PORT",
        };
        var mark = new Option<string?>("--mark") { Hidden = true };
        var configuration = new ConfigurationOptions();
        var node = new Command("node", "Runs a node of a cluster. Ctrl-C lets it leave: its jobs are moved first.")
        {
            host, port, seeds, roles, slots, restPort, mark,
        };
        configuration.AddTo(node);
        node.SetAction((parsed, _) => RunAsync(
            new NodeOptions
            {
                Host = parsed.GetValue(host),
                Port = parsed.GetValue(port),
                Seeds = parsed.GetValue(seeds) ?? [],
                Roles = parsed.GetValue(roles) ?? [],
                Slots = parsed.GetValue(slots),
                RestPort = parsed.GetValue(restPort),
                Files = configuration.FilesOf(parsed),
                Assignments = configuration.AssignmentsOf(parsed),
            },
            parsed.GetValue(mark)));
        return node;
    }

    private static Command Up()
    {
        var count = new Argument<int>("nodes") { Description = $"How many nodes: 1 to {MaxNodes}." };
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MaxNodes)
                result.AddError($"{result.GetValueOrDefault<int>()} nodes cannot be started. Ask for 1 to {MaxNodes}.");
        });
        var slots = Slots();
        var folder = Folder();
        var port = Port("--port", "The port of the first node; 0 for any. By default 4053.");
        var restPort = new Option<string>("--rest-port")
        {
            Description = $"The port of the first node's REST API; 0 for any. By default {DefaultRestPort}.",
            HelpName = "PORT",
            DefaultValueFactory = _ => DefaultRestPort,
        };
        var configuration = new ConfigurationOptions();
        var up = new Command("up", "Starts nodes on this host, in the background, and waits until they are up.")
        {
            count, slots, folder, port, restPort,
        };
        configuration.AddTo(up);
        up.SetAction(async (parsed, cancellation) =>
        {
            var root = Path.GetFullPath(parsed.GetValue(folder)!);
            var common = new List<string>(configuration.Given(parsed)) { "-D", $"dir={Path.Combine(root, "state")}" };
            if (parsed.GetValue(slots) is { } number)
                common.AddRange(["--slots", number.ToString(CultureInfo.InvariantCulture)]);
            var cluster = new LocalCluster(root, TimeProvider.System, Console.Error.WriteLine);
            var nodes = await cluster
                .UpAsync(
                    parsed.GetValue(count), parsed.GetValue(port) ?? NodeConfiguration.DefaultPort, parsed.GetValue(restPort)!, common,
                    cancellation)
                .ConfigureAwait(false);
            LocalClusterText.Say(nodes, common, root, Console.Out);
            return (int)ExitCode.Finished;
        });
        return up;
    }

    private static Command Down()
    {
        var folder = Folder();
        var down = new Command("down", "Ends the nodes that 'up' has started, and no others: gracefully first.") { folder };
        down.SetAction(async (parsed, cancellation) =>
        {
            var cluster = new LocalCluster(parsed.GetValue(folder)!, TimeProvider.System, Console.Error.WriteLine);
            var count = await cluster.DownAsync(Patience, cancellation).ConfigureAwait(false);
            Console.Out.WriteLine(count == 0 ? "No node was running." : $"{count} nodes have ended. State and logs stay.");
            return (int)ExitCode.Finished;
        });
        return down;
    }

    private static async Task<int> RunAsync(NodeOptions options, string? mark) =>
        (int)await new NodeHost(options, TimeProvider.System).RunAsync(mark).ConfigureAwait(false);

    private static Option<int?> Slots()
    {
        var slots = new Option<int?>("--slots")
        {
            Description = "How many slots the node offers, each for one subtask of every operator; by default one for each processor.",
            HelpName = "N",
        };
        slots.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > MaxSlots)
                result.AddError($"A node cannot have {result.GetValueOrDefault<int?>()} slots. Give it 1 to {MaxSlots}.");
        });
        return slots;
    }

    private static Option<int?> Port(string name, string description)
    {
        var port = new Option<int?>(name) { Description = description, HelpName = "PORT" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535)
                result.AddError($"{result.GetValueOrDefault<int?>()} is no port. Take one from 0 to 65535.");
        });
        return port;
    }

    private static Option<string> Folder() => new("--folder")
    {
        Description = $"Where the nodes keep logs, state and who they are; by default {DefaultFolder}.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => DefaultFolder,
    };
}
