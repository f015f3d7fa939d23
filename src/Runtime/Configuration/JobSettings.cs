namespace Akka.Flink.Runtime;

/// <summary>How a job is run, settled from defaults, program, configuration and command line.</summary>
/// <param name="Checkpoints">When checkpoints are taken, and how many failures are tolerated.</param>
/// <param name="RestartStrategy">What follows a failure.</param>
/// <param name="Tasks">How tasks work.</param>
internal sealed record JobSettings(CheckpointSettings Checkpoints, RestartStrategySettings RestartStrategy, TaskSettings Tasks)
{
    /// <summary>The shipped defaults.</summary>
    public static JobSettings Default { get; } = new(new CheckpointSettings(), new RestartStrategySettings(), new TaskSettings());
}
