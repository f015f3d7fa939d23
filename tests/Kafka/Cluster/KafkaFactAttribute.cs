namespace Akka.Flink.Kafka.Tests.Cluster;

/// <summary>A test against a real broker; where there is none, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KafkaFactAttribute : FactAttribute
{
    public KafkaFactAttribute() => Skip = KafkaPack.Missing;
}
