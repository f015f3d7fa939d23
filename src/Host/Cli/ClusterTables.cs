namespace Akka.Flink.Host.Cli;

using System.Globalization;
using Akka.Flink.Host.Output;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;
using Spectre.Console;

/// <summary>What a cluster says, for people.</summary>
internal static class ClusterTables
{
    private const int WidthOfFiles = 200;
    private const string Nothing = "-";

    /// <summary>The list of jobs.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="now">The time.</param>
    public static void Jobs(IReadOnlyList<JobSummary> jobs, DateTimeOffset now)
    {
        if (jobs.Count == 0)
        {
            Console.Out.WriteLine("There are no jobs. 'akka-flink run PROGRAM --cluster URL' submits one.");
            return;
        }

        Write(Table(
            ["Job", "Name", "Status", "Attempt", "Since", "Reason"],
            jobs.Select(job => new[] { job.Id, job.Name, Word(job.Status), Number(job.Attempt), Ago(job.Since, now), job.Reason ?? "" })));
    }

    /// <summary>The list of nodes.</summary>
    /// <param name="nodes">The nodes.</param>
    public static void Nodes(IReadOnlyList<NodeSummary> nodes) => Write(Table(
        ["Node", "Status", "Slots", "Free", "Roles", "Version", "REST"],
        nodes.Select(node => new[]
        {
            HostAndPort(node.Node),
            node.Status.ToLowerInvariant() + (node.IsReachable ? "" : ", unreachable") + (node.IsJobManager ? ", job manager" : ""),
            Number(node.Slots),
            Number(node.FreeSlots),
            string.Join(", ", node.Roles),
            node.Version,
            node.RestUrl ?? Nothing,
        })));

    /// <summary>A job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="now">The time.</param>
    public static void Job(JobAnswer job, DateTimeOffset now)
    {
        Console.Out.WriteLine($"Job         {job.Name} ({job.Id})");
        Console.Out.WriteLine($"Status      {Word(job.Status)}, attempt {job.Attempt}, for {Ago(job.Since, now)}");
        if (!string.IsNullOrEmpty(job.Reason))
            Console.Out.WriteLine($"Reason      {job.Reason}");
        Console.Out.WriteLine($"Checkpoint  {(job.LastCheckpoint is { } last ? Checkpoint(last, now) : "none yet")}");
        if (job.Vertices.Length > 0)
            Write(Vertices(job));
        if (job.Restores.Length > 0)
            Write(Restores(job, now));
    }

    /// <summary>The part of a node's unique address that people need.</summary>
    /// <param name="node">'akka.tcp://system@host:port#uid', or what else names a node.</param>
    public static string HostAndPort(string node)
    {
        var start = node.LastIndexOf('@') + 1;
        var end = node.IndexOf('#', start);
        return end < 0 ? node[start..] : node[start..end];
    }

    private static Table Vertices(JobAnswer job) => Table(
        ["Vertex", "Subtask", "Node", "Slot", "Stage", "In", "Out", "Watermark", "Busy", "Back pressure"],
        job.Vertices.SelectMany(vertex => vertex.Subtasks.Select((subtask, position) => new[]
        {
            position == 0 ? vertex.Name : "",
            Number(subtask.Index),
            HostAndPort(subtask.Node),
            Number(subtask.Slot),
            subtask.Stage,
            Figures.Count(subtask.RecordsIn),
            Figures.Count(subtask.RecordsOut),
            Figures.Watermark(subtask.WatermarkMs),
            Figures.Time(TimeSpan.FromMilliseconds(subtask.BusyMs)),
            Figures.Time(TimeSpan.FromMilliseconds(subtask.BackPressuredMs)),
        })));

    private static Table Restores(JobAnswer job, DateTimeOffset now) => Table(
        ["Attempt", "Began", "From checkpoint", "Cause", "Positions of sources"],
        job.Restores.Select(restore => new[]
        {
            Number(restore.Attempt),
            Ago(restore.At, now) + " ago",
            restore.Checkpoint ?? "none: from the start",
            restore.Cause,
            string.Join(Environment.NewLine, restore.Positions),
        }));

    private static string Checkpoint(CheckpointDescription last, DateTimeOffset now) =>
        $"{last.Attempt}.{last.Number}, {Ago(last.At, now)} ago, took {last.DurationMs} ms, " +
        $"wrote {Figures.Size(last.WrittenBytes)}, state {Figures.Size(last.StateBytes)}";

    /// <summary>A table.</summary>
    /// <param name="columns">Its headings.</param>
    /// <param name="rows">Its rows.</param>
    public static Table Table(IEnumerable<string> columns, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        return table;
    }

    // A file or a pipe has no width: lines are not to be broken there.
    /// <summary>Writes a table to standard output.</summary>
    /// <param name="table">The table.</param>
    public static void Write(Table table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = WidthOfFiles;
        console.Write(table);
    }

    private static string Word(JobStatus status) => status.ToString().ToLowerInvariant();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Clocks of hosts differ a little.
    private static string Ago(DateTimeOffset at, DateTimeOffset now) => Figures.Time(now > at ? now - at : TimeSpan.Zero);
}
