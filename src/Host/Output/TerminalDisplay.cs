namespace Akka.Flink.Host.Output;

using Spectre.Console;

/// <summary>Shows a job on a terminal: one panel that is drawn anew in its place, lines above it.</summary>
/// <remarks>While it is there, what programs write to standard output goes above the panel, too.</remarks>
internal sealed class TerminalDisplay : IJobDisplay
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<LiveDisplayContext> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IAnsiConsole _console;
    private readonly TextWriter _standardOutput;
    private readonly LineWriter? _redirected;
    private readonly Task _drawing;

    /// <summary>Draws the panel.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="view">What there is to see.</param>
    /// <param name="redirectOutput">Whether standard output is the same terminal.</param>
    public TerminalDisplay(IAnsiConsole console, JobView view, bool redirectOutput)
    {
        _console = console;
        _standardOutput = Console.Out;
        _drawing = console.Live(LivePanel.Draw(view)).AutoClear(true).Overflow(VerticalOverflow.Ellipsis).StartAsync(async context =>
        {
            _started.SetResult(context);
            await _ended.Task.ConfigureAwait(false);
        });
        if (!redirectOutput)
            return;

        _redirected = new LineWriter(Line);
        Console.SetOut(_redirected);
    }

    public void Show(JobView view)
    {
        if (!_started.Task.IsCompletedSuccessfully)
            return;

        _started.Task.GetAwaiter().GetResult().UpdateTarget(LivePanel.Draw(view));
    }

    public void Line(string text) => _console.Write(new Text(text + Environment.NewLine));

    public void Dispose()
    {
        if (_ended.TrySetResult())
            _drawing.GetAwaiter().GetResult();
        if (_redirected is null)
            return;

        Console.SetOut(_standardOutput);
        _redirected.Dispose();
    }
}
