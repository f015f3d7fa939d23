namespace Akka.Flink.Jobs.Cli;

using System.CommandLine;
using System.CommandLine.Parsing;
using Akka.Flink.Jobs.Engine;
using Akka.Flink.Jobs.Table;

/// <summary>What <c>./build.sh bench</c> understands.</summary>
internal static class CommandLine
{
    /// <summary>The exit code of a command line that is not understood.</summary>
    public const int UsageExit = 2;

    private const int MaxParallelism = 64;
    private const string Events = "-n";
    private const string Parallelism = "-p";
    private const string Driver = "--driver";
    private const string Checkpoint = "--checkpoint";

    /// <summary>Makes the root command.</summary>
    public static RootCommand Create()
    {
        var jobs = new Argument<string[]>("JOB") { Description = $"Any of {string.Join(", ", EngineJobs.Names)}; without one, all." };
        jobs.Validators.Add(RejectUnknownJobs);
        var events = Options.Number(Events, "N", "How many events; by default as many as take a loop some seconds.");
        var keys = Options.Numbers("-k", "How many keys, divided by commas; by default those that there are goals for.", long.MaxValue);
        var parallelism = Options.Numbers(Parallelism, "How many subtasks, divided by commas; by default 1 and 2.", MaxParallelism);
        var driver = new Option<string>(Driver)
        {
            Description = "What jobs run on: sync or actors (the default).",
            DefaultValueFactory = _ => "actors",
        };
        driver.AcceptOnlyFromAmong("sync", "actors");
        var format = new Option<string>("--format")
        {
            Description = "How results are written: text (the default) or json.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var checkpoint = Options.Interval(Checkpoint, "Takes checkpoints to the local disk, such as each 1s.");
        var root = new RootCommand("Compares jobs of the engine with hand-written loops in the same process.")
        {
            jobs, events, keys, parallelism, driver, checkpoint, format,
        };
        root.Subcommands.Add(LatencyCommand.Create());
        root.Subcommands.Add(CheckpointCommand.Create());
        root.Subcommands.Add(CheckpointCommand.CreateJob());
        root.Subcommands.Add(ResultsCommand.Create());
        root.SetAction(parsed => RunTable(new TableOptions(
            parsed.GetValue(jobs) ?? [],
            parsed.GetValue(events),
            parsed.GetValue(keys) ?? [],
            [.. (parsed.GetValue(parallelism) ?? []).Select(each => (int)each)],
            parsed.GetValue(driver) == "actors",
            parsed.GetValue(checkpoint),
            parsed.GetValue(format) == "json")));
        return root;
    }

    /// <summary>What is wrong with a command line; nothing when it can be carried out.</summary>
    /// <param name="parsed">The command line.</param>
    public static IReadOnlyList<string> ErrorsOf(ParseResult parsed) =>
        parsed.Errors.Count > 0 ? [.. parsed.Errors.Select(error => error.Message).Distinct()] : [.. Contradictions(parsed)];

    private static int RunTable(TableOptions options)
    {
        IResultWriter writer = options.IsJson ? new JsonLines(Console.Out) : new TextTable(Console.Out);
        return TableRun.Run(options, writer).All(row => row.IsRight) ? 0 : 1;
    }

    private static void RejectUnknownJobs(ArgumentResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value.StartsWith('-'))
                result.AddError($"There is no option '{token.Value}'. './build.sh bench --help' lists those that there are.");
            else if (!EngineJobs.Names.Contains(token.Value))
                result.AddError($"There is no job '{token.Value}'. There are: {string.Join(", ", EngineJobs.Names)}.");
        }
    }

    private static IEnumerable<string> Contradictions(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand)
            yield break;
        if (parsed.GetValue<TimeSpan?>(Checkpoint) is not null && parsed.GetValue<string>(Driver) == "sync")
            yield return "The driver 'sync' takes no checkpoints by the clock: leave out '--checkpoint', or use '--driver actors'.";
        foreach (var each in parsed.GetValue<long[]?>(Parallelism) ?? [])
        {
            if (parsed.GetValue<long?>(Events) is { } count && count % each != 0)
                yield return $"{count} events (-n) cannot be dealt out evenly to {each} subtasks (-p): choose a multiple.";
        }
    }
}
