namespace Akka.Flink.Connectors.Kafka;

/// <summary>Where sources of Kafka topics begin.</summary>
/// <remarks><para><b>Flink.</b> <c>KafkaSource.builder()</c>.</para></remarks>
public static class KafkaSource
{
    /// <summary>Begins a source.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <returns>Its builder.</returns>
    public static KafkaSourceBuilder<T> Builder<T>() => new();
}
