namespace Akka.Flink.Connectors.Kafka;

/// <summary>Where sinks into Kafka topics begin.</summary>
/// <remarks><para><b>Flink.</b> <c>KafkaSink.builder()</c>.</para></remarks>
public static class KafkaSink
{
    /// <summary>Begins a sink.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <returns>Its builder.</returns>
    public static KafkaSinkBuilder<T> Builder<T>() => new();
}
