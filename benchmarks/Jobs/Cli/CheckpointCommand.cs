namespace Akka.Flink.Jobs.Cli;

using System.CommandLine;
using Akka.Flink.Jobs.Checkpoints;

/// <summary>The verb <c>checkpoint</c>, and that of the process which it kills.</summary>
internal static class CheckpointCommand
{
    private static readonly Option<long?> Keys = Options.Number("-k", "K", "How many keys; by default 10 million.");
    private static readonly Option<long?> Rate = Options.Number("--rate", "RATE", "Events for each second; by default 200000.");
    private static readonly Option<TimeSpan?> Interval = Options.Interval("--interval", "Between two checkpoints; by default 5s.");
    private static readonly Option<TimeSpan?> Duration = Options.Interval("--duration", "How long is measured; by default 60s.");
    private static readonly Option<string> Plots =
        Options.Location("--plots", "DIR", "The folder of the plots.", LatencyCommand.DefaultPlots);

    /// <summary>What is measured by default.</summary>
    /// <param name="plots">The folder of the plots.</param>
    public static CheckpointOptions Default(string plots) =>
        new(10_000_000, 200_000, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60), plots);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("checkpoint", "Measures checkpoints of many keys at a fixed rate, and the way back after kill -9.")
        {
            Keys, Rate, Interval, Duration, Plots,
        };
        command.SetAction(parsed => CheckpointRun.Run(OptionsOf(parsed), Console.Out) ? 0 : 1);
        return command;
    }

    /// <summary>Makes the command of the process that is killed.</summary>
    public static Command CreateJob()
    {
        var directory = new Option<string>("--dir") { Required = true };
        var command = new Command(CheckpointRun.JobVerb) { Keys, Rate, Interval, Duration, Plots, directory };
        command.Hidden = true;
        command.SetAction(parsed => new CheckpointJob(OptionsOf(parsed), parsed.GetValue(directory)!).Run());
        return command;
    }

    private static CheckpointOptions OptionsOf(ParseResult parsed)
    {
        var usual = Default(parsed.GetValue(Plots)!);
        return usual with
        {
            Keys = parsed.GetValue(Keys) ?? usual.Keys,
            Rate = parsed.GetValue(Rate) ?? usual.Rate,
            Interval = parsed.GetValue(Interval) ?? usual.Interval,
            Duration = parsed.GetValue(Duration) ?? usual.Duration,
        };
    }
}
