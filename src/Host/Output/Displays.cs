namespace Akka.Flink.Host.Output;

using Spectre.Console;

/// <summary>Picks how a job is shown.</summary>
internal static class Displays
{
    /// <summary>A panel where standard error is a terminal, lines otherwise.</summary>
    /// <param name="view">What there is to see.</param>
    public static IJobDisplay Open(JobView view) => Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb"
        ? new LineDisplay(Console.Error)
        : OnTerminal(view);

    // In a method of its own, so that where no panel is drawn the library for it is not loaded.
    private static IJobDisplay OnTerminal(JobView view)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Profile.Capabilities.Ansi
            ? new TerminalDisplay(console, view, redirectOutput: !Console.IsOutputRedirected)
            : new LineDisplay(Console.Error);
    }
}
