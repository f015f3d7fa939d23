namespace Akka.Flink.Host.Cli;

using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Akka.Flink.Host.Output;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;

/// <summary>The command that says what is in a savepoint.</summary>
internal static class SavepointInspection
{
    private const string Json = "json";

    /// <summary>Makes it.</summary>
    public static Command Command()
    {
        var directory = new Argument<string>("directory") { Description = "The savepoint's directory." };
        var format = new Option<string>("--format")
        {
            Description = "'table' for people, 'json' for programs.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", Json);
        var command = new Command("inspect", "Says what is in a savepoint, and finds what is damaged: all of it is read.")
        {
            directory, format,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var report = await SavepointInspector.InspectAsync(parsed.GetValue(directory)!, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(format) == Json)
                Console.Out.WriteLine(JsonSerializer.Serialize(report, RestJson.Indented));
            else
                Show(report);
            return (int)ExitCode.Finished;
        });
        return command;
    }

    private static void Show(SavepointReport report)
    {
        Console.Out.WriteLine($"Savepoint   {report.Path}");
        Console.Out.WriteLine($"Job         {report.Name} ({report.Job}), checkpoint {report.Checkpoint}");
        Console.Out.WriteLine($"Taken       {report.At.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}");
        Console.Out.WriteLine($"Size        {Figures.Size(report.Bytes)}");
        ClusterTables.Write(ClusterTables.Table(
            ["Uid", "Operator", "Parallelism", "State", "Kind", "Key", "Type", "Entries", "Size"],
            report.Operators.SelectMany(Rows)));
    }

    private static IEnumerable<string[]> Rows(SavedOperatorReport saved)
    {
        string[] first = [saved.Uid, saved.Name, $"{saved.Parallelism} of {saved.MaxParallelism}"];
        if (saved.States.IsEmpty)
            return [[.. first, "none", "", "", "", "", ""]];

        return saved.States.Select((state, position) => new[]
        {
            position == 0 ? first[0] : "",
            position == 0 ? first[1] : "",
            position == 0 ? first[2] : "",
            state.Name,
            state.Kind.ToLowerInvariant(),
            state.Key ?? "",
            state.Type ?? "",
            state.Entries.ToString(CultureInfo.InvariantCulture),
            Figures.Size(state.Bytes),
        });
    }
}
