namespace Akka.Flink.Host.Programs;

using Akka.Flink.Host.Embedded;
using Akka.Flink.Operators;
using Akka.Flink.Runtime;

/// <summary>Makes environments of a program whose job is to be learned, not run.</summary>
/// <param name="executor">Takes the job.</param>
/// <param name="configuration">What the node says, and over it what the job was submitted with.</param>
/// <param name="parallelism">The parallelism of every operator, at most its maximum; null for what the program says.</param>
/// <param name="parallelisms">That of single operators, by uid.</param>
internal sealed class CapturingEnvironments(
    CapturingExecutor executor, FlinkConfiguration configuration, int? parallelism, IReadOnlyDictionary<string, int> parallelisms)
    : IEnvironmentFactory
{
    public StreamExecutionEnvironment Create(IReadOnlyList<string> args)
    {
        var reader = new SettingsReader(configuration);
        var pipeline = PipelineSettings.From(reader);
        JobSettings.From(reader, null, CheckpointingMode.ExactlyOnce);
        reader.ThrowIfWrong();
        var environment = ConfiguredEnvironment.Create(executor, configuration, pipeline);
        environment.Overrides = environment.Overrides with { EveryParallelism = parallelism, ParallelismByUid = parallelisms };
        return environment;
    }
}
