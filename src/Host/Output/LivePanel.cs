namespace Akka.Flink.Host.Output;

using Akka.Flink.Runtime;
using Spectre.Console;
using Spectre.Console.Rendering;

/// <summary>Draws a job: its operators, its last checkpoint.</summary>
internal static class LivePanel
{
    private const int MostRows = 24;

    /// <summary>Draws.</summary>
    /// <param name="view">What there is to see.</param>
    public static IRenderable Draw(JobView view) => new Panel(new Rows(Operators(view), Footer(view)))
    {
        Header = new PanelHeader(
            $" {Markup.Escape(view.Name)} · {Colored(view.Status)} · attempt {view.Attempt} · {Figures.Time(view.At - view.Began)} "),
        Border = BoxBorder.Rounded,
        Expand = true,
    };

    private static Table Operators(JobView view)
    {
        var table = new Table { Border = TableBorder.None, Expand = true };
        table.AddColumn(new TableColumn("[grey]operator[/]"));
        foreach (var name in (string[])["in", "in/s", "out", "out/s", "watermark", "lag", "back pressure"])
            table.AddColumn(new TableColumn($"[grey]{name}[/]") { NoWrap = true, Alignment = Justify.Right });
        foreach (var row in view.Operators.Take(MostRows))
            table.AddRow(Cells(row, view));
        if (view.Operators.Length > MostRows)
            table.AddRow($"[grey]and {view.Operators.Length - MostRows} more[/]");
        return table;
    }

    private static string[] Cells(OperatorRow row, JobView view) =>
    [
        Markup.Escape(row.Subtasks > 1 ? $"{row.Name} ×{row.Subtasks}" : row.Name),
        Figures.Count(row.RecordsIn),
        Figures.Rate(row.InPerSecond),
        Figures.Count(row.RecordsOut),
        Figures.Rate(row.OutPerSecond),
        Figures.Watermark(row.WatermarkMs),
        Figures.Lag(row.WatermarkMs, view.At),
        row.BackPressure >= 0.5 ? $"[yellow]{Figures.Percent(row.BackPressure)}[/]" : Figures.Percent(row.BackPressure),
    ];

    private static Markup Footer(JobView view)
    {
        var checkpoint = view.Checkpoint is { } done ? CheckpointText.Of(done, view.At)
            : view.TakesCheckpoints ? "no checkpoint yet"
            : "takes no checkpoints: after a failure it starts afresh";
        var failures = view.Failures > 0 ? $" · [yellow]{view.Failures} failed attempts[/]" : "";
        return new Markup($"[grey]{checkpoint}[/]{failures}\n[grey]Ctrl-C stops[/]");
    }

    private static string Colored(JobStatus status) => status switch
    {
        JobStatus.Running or JobStatus.Finished => $"[green]{status}[/]",
        JobStatus.Failed => $"[red]{status}[/]",
        _ => $"[yellow]{status}[/]",
    };
}
