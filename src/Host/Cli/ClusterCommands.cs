namespace Akka.Flink.Host.Cli;

using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;

/// <summary>The commands that ask a cluster: jobs and nodes.</summary>
internal static class ClusterCommands
{
    private const string Json = "json";

    /// <summary>Adds them.</summary>
    /// <param name="root">Where to.</param>
    public static void AddTo(RootCommand root)
    {
        root.Subcommands.Add(List());
        root.Subcommands.Add(Status());
        root.Subcommands.Add(Order("cancel", "Ends a job without a last checkpoint.", "is being canceled"));
        SavepointCommands.AddTo(root);
        root.Subcommands.Add(Rescale());
        root.Subcommands.Add(Nodes());
        root.Subcommands.Add(Leave());
    }

    private static Command List() => Asking("list", "Lists the jobs of a cluster.", _ => "jobs", json =>
        ClusterTables.Jobs(Read<List<JobSummary>>(json), TimeProvider.System.GetUtcNow()));

    private static Command Nodes() => Asking("nodes", "Lists the nodes of a cluster.", _ => "nodes", json =>
        ClusterTables.Nodes(Read<List<NodeSummary>>(json)));

    private static Command Status()
    {
        var job = Job();
        var command = Asking("status", "Shows a job, with the reason when it does not progress.", parsed => PathOf(parsed, job), json =>
            ClusterTables.Job(Read<JobAnswer>(json), TimeProvider.System.GetUtcNow()));
        command.Arguments.Add(job);
        return command;
    }

    private static Command Order(string name, string description, string done)
    {
        var job = Job();
        var command = Ordering(name, description, parsed => ($"{PathOf(parsed, job)}/{name}", null),
            parsed => $"Job '{parsed.GetValue(job)}' {done}: 'akka-flink status {parsed.GetValue(job)}' shows how far it is.");
        command.Arguments.Add(job);
        return command;
    }

    private static Command Rescale()
    {
        var job = Job();
        var parallelism = new Option<int>("--parallelism")
        {
            Description = "How many subtasks: from 1 to the maximum parallelism.",
            HelpName = "N",
            Required = true,
        };
        var uid = new Option<string?>("--vertex") { Description = "The uid of an operator; by default all of the job.", HelpName = "UID" };
        var command = Ordering(
            "rescale",
            "Gives a job, or one of its operators, another parallelism: a checkpoint, then the job goes on from it; nothing is read twice.",
            parsed => ($"{PathOf(parsed, job)}/rescale", new RescaleRequest(parsed.GetValue(parallelism), parsed.GetValue(uid))),
            parsed => $"Job '{parsed.GetValue(job)}' is being rescaled: 'akka-flink status {parsed.GetValue(job)}' shows how far it is.");
        command.Arguments.Add(job);
        command.Options.Add(parallelism);
        command.Options.Add(uid);
        return command;
    }

    private static Command Leave()
    {
        var node = new Argument<string>("node") { Description = "The node's address: host:port, as 'akka-flink nodes' shows it." };
        var command = Ordering("leave", "Lets a node leave the cluster; its jobs are moved first, and nothing is read twice.",
            parsed => ($"nodes/{Uri.EscapeDataString(parsed.GetValue(node)!)}/leave", null),
            parsed => $"Node '{parsed.GetValue(node)}' is leaving: 'akka-flink nodes' shows when it is gone.");
        command.Arguments.Add(node);
        return command;
    }

    private static Command Asking(string name, string description, Func<ParseResult, string> path, Action<string> show)
    {
        var target = new ClusterTarget();
        var format = new Option<string>("--format")
        {
            Description = "'table' for people, 'json' for programs.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", Json);
        var command = new Command(name, description);
        target.AddTo(command);
        command.Options.Add(format);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = target.Open(parsed);
            var answer = await client.GetAsync(path(parsed), cancellation).ConfigureAwait(false);
            if (parsed.GetValue(format) == Json)
                Console.Out.WriteLine(JsonNode.Parse(answer)!.ToJsonString(RestJson.Indented));
            else
                show(answer);
            return (int)ExitCode.Finished;
        });
        return command;
    }

    private static Command Ordering(
        string name, string description, Func<ParseResult, (string Path, object? Body)> order, Func<ParseResult, string> done)
    {
        var target = new ClusterTarget();
        var command = new Command(name, description);
        target.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = target.Open(parsed);
            var (path, body) = order(parsed);
            await client.PostAsync(path, body, cancellation).ConfigureAwait(false);
            Console.Out.WriteLine(done(parsed));
            return (int)ExitCode.Finished;
        });
        return command;
    }

    /// <summary>The argument that names a job.</summary>
    public static Argument<string> Job() =>
        new("job") { Description = "The job's id, or its name where only one job has it: 'akka-flink list' shows both." };

    /// <summary>Where a job is in the REST API.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="job">The argument that names it.</param>
    public static string PathOf(ParseResult parsed, Argument<string> job) => $"jobs/{Uri.EscapeDataString(parsed.GetValue(job)!)}";

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, RestJson.Lenient)!;
}
