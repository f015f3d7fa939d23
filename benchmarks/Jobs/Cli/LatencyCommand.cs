namespace Akka.Flink.Jobs.Cli;

using System.CommandLine;
using Akka.Flink.Jobs.Latency;

/// <summary>The verb <c>latency</c>.</summary>
internal static class LatencyCommand
{
    /// <summary>Where plots go by default.</summary>
    public const string DefaultPlots = "artifacts/bench";

    private const long MaxRate = 100_000_000;

    /// <summary>What is measured by default.</summary>
    /// <param name="plots">The folder of the plots.</param>
    public static LatencyOptions Default(string plots) =>
        new([10_000, 100_000, 1_000_000], TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60), plots);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var rate = Options.Numbers("--rate", "Events for each second, divided by commas; by default 10000,100000,1000000.", MaxRate);
        var warmUp = Options.Interval("--warm-up", "What comes before the measurement; by default 20s.");
        var duration = Options.Interval("--duration", "How long is measured; by default 60s.");
        var plots = Options.Location("--plots", "DIR", "The folder of the plots.", DefaultPlots);
        var command = new Command("latency", "Measures how late results of windows are at fixed rates.") { rate, warmUp, duration, plots };
        command.SetAction(parsed =>
        {
            var usual = Default(parsed.GetValue(plots)!);
            LatencyRun.Run(
                usual with
                {
                    Rates = parsed.GetValue(rate) is { Length: > 0 } given ? given : usual.Rates,
                    WarmUp = parsed.GetValue(warmUp) ?? usual.WarmUp,
                    Duration = parsed.GetValue(duration) ?? usual.Duration,
                },
                Console.Out);
            Console.WriteLine($"Plots: {Path.Combine(usual.Plots, "latency*.svg")}");
            return 0;
        });
        return command;
    }
}
