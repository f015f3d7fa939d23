namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sinks;

/// <summary>What a writer counts, beside its records.</summary>
internal sealed class WriterMetrics(ISinkContext context)
{
    private readonly Counter _connectionErrors = context.Counter("connectionErrors");
    private readonly Counter _brokersDown = context.Counter("brokersDown");

    /// <summary>Takes over what the client's thread has counted.</summary>
    /// <param name="deliveries">Of the writer.</param>
    public void Update(Deliveries deliveries)
    {
        _connectionErrors.Set(deliveries.Log.Errors);
        _brokersDown.Set(deliveries.Log.IsDown ? 1 : 0);
    }
}
