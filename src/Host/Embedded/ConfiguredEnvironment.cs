namespace Akka.Flink.Host.Embedded;

using Akka.Flink.Operators;
using Akka.Flink.Runtime;

/// <summary>Makes environments over which a configuration has its say.</summary>
internal static class ConfiguredEnvironment
{
    /// <summary>Makes one.</summary>
    /// <param name="executor">What runs its jobs.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="pipeline">What it says of the program's jobs.</param>
    public static StreamExecutionEnvironment Create(IJobExecutor executor, FlinkConfiguration configuration, PipelineSettings pipeline) =>
        new(executor)
        {
            Settings = new ConfiguredSettings(configuration),
            Overrides = new EnvironmentOverrides(
                pipeline.Parallelism, pipeline.MaxParallelism, pipeline.CheckpointInterval, pipeline.CheckpointingMode),
        };
}
