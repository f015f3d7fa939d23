namespace Akka.Flink.Runtime;

/// <summary>How a job is run, settled from defaults, program, configuration and command line.</summary>
/// <param name="Checkpoints">When checkpoints are taken, and how many failures are tolerated.</param>
/// <param name="RestartStrategy">What follows a failure.</param>
/// <param name="Tasks">How tasks work.</param>
internal sealed record JobSettings(CheckpointSettings Checkpoints, RestartStrategySettings RestartStrategy, TaskSettings Tasks)
{
    /// <summary>What the job begins from.</summary>
    public StateRecoverySettings Recovery { get; init; } = new();

    /// <summary>The shipped defaults.</summary>
    public static JobSettings Default { get; } = new(new CheckpointSettings(), new RestartStrategySettings(), new TaskSettings());

    /// <summary>Reads how a job is run.</summary>
    /// <param name="reader">What is configured.</param>
    /// <param name="interval">How often the job takes checkpoints, all told; null never.</param>
    /// <param name="mode">Whether barriers are aligned, all told.</param>
    public static JobSettings From(SettingsReader reader, TimeSpan? interval, CheckpointingMode mode) =>
        new(CheckpointSettings.From(reader, interval, mode), RestartStrategySettings.From(reader), TaskSettings.From(reader))
        {
            Recovery = StateRecoverySettings.From(reader),
        };
}
