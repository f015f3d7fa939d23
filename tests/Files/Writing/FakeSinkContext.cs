namespace Akka.Flink.Files.Tests.Writing;

using Akka.Flink.Sinks;

/// <summary>A writer's surroundings.</summary>
internal sealed record FakeSinkContext(int SubtaskIndex, int Parallelism, long? RestoredCheckpointId) : ISinkContext
{
    public string JobId { get; init; } = "job";

    public string OperatorName => "output";

    public string OperatorUid { get; init; } = "output-uid";

    public Counter Counter(string name) => new();
}
