namespace Akka.Flink.Jobs.Cli;

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Akka.Flink.Jobs.Engine;
using Akka.Flink.Jobs.Results;
using Akka.Flink.Jobs.Table;
using Akka.Flink.Runtime;

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
        var events = new Option<long?>(Events)
        {
            Description = "How many events; by default as many as take a loop some seconds.",
            HelpName = "N",
            CustomParser = result => NumberOf(result, 1, long.MaxValue),
        };
        var keys = ListOf("-k", "How many keys, divided by commas; by default those that there are goals for.", long.MaxValue);
        var parallelism = ListOf(Parallelism, "How many subtasks, divided by commas; by default 1 and 2.", MaxParallelism);
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
        var checkpoint = new Option<TimeSpan?>(Checkpoint)
        {
            Description = "Takes checkpoints to the local disk, such as each 1s.",
            HelpName = "INTERVAL",
            CustomParser = DurationOf,
        };
        var root = new RootCommand("Compares jobs of the engine with hand-written loops in the same process.")
        {
            jobs, events, keys, parallelism, driver, checkpoint, format,
        };
        root.Subcommands.Add(Results());
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

    private static Command Results()
    {
        var output = new Option<string>("--out")
        {
            Description = "The page; by default benchmarks/RESULTS.md.",
            HelpName = "FILE",
            DefaultValueFactory = _ => Path.Combine("benchmarks", "RESULTS.md"),
        };
        var note = new Option<string?>("--note") { Description = "A remark on how the figures were taken.", HelpName = "TEXT" };
        var provider = new Option<string?>("--provider") { Description = "Which Akka.NET this was built on.", HelpName = "NAME" };
        var results = new Command("results", "Takes all figures and writes the page that holds them.") { output, note, provider };
        results.SetAction(parsed =>
            ResultsPage.Write(parsed.GetValue(output)!, parsed.GetValue(provider), parsed.GetValue(note)) ? 0 : 1);
        return results;
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

    private static Option<long[]?> ListOf(string name, string description, long max) => new(name)
    {
        Description = description,
        HelpName = name[1..].ToUpperInvariant(),
        CustomParser = result => NumbersOf(result, max),
    };

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

    private static long? NumberOf(ArgumentResult result, long min, long max)
    {
        var text = result.Tokens[0].Value;
        if (TryNumber(text, out var number) && number >= min && number <= max)
            return number;

        result.AddError($"'{text}' is not a number from {min} to {max}.");
        return null;
    }

    private static long[]? NumbersOf(ArgumentResult result, long max)
    {
        var numbers = new List<long>();
        foreach (var text in result.Tokens[0].Value.Split(','))
        {
            if (TryNumber(text, out var number) && number >= 1 && number <= max)
                numbers.Add(number);
            else
                result.AddError($"'{text}' is not a number from 1 to {max}.");
        }

        return [.. numbers];
    }

    private static TimeSpan? DurationOf(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Quantity.TryDuration(text, out var interval) && interval >= TimeSpan.FromMilliseconds(10))
            return interval;

        result.AddError($"'{text}' is not an interval of at least 10 ms: write a number and its unit, such as 100ms or 1s.");
        return null;
    }

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
