namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sinks;

/// <summary>What a writer counts, beside its records.</summary>
internal sealed class WriterMetrics(ISinkContext context)
{
    private readonly Counter _connectionErrors = context.Counter("connectionErrors");
    private readonly Counter _brokersDown = context.Counter("brokersDown");

    /// <summary>The sink and subtask, for messages.</summary>
    /// <param name="context">Where a writer runs.</param>
    public static string PlaceOf(ISinkContext context) =>
        $"Sink '{context.OperatorName}' ({context.OperatorUid}), subtask {context.SubtaskIndex} of {context.Parallelism}";

    /// <summary>Takes over what the client's thread has counted.</summary>
    /// <param name="deliveries">Of the writer.</param>
    public void Update(Deliveries deliveries) => Update(deliveries.Log.Errors, deliveries.Log.IsDown);

    /// <summary>Takes over what the threads of several clients have counted.</summary>
    /// <param name="errors">How many errors of connections there were.</param>
    /// <param name="isDown">Whether no broker can be reached.</param>
    public void Update(int errors, bool isDown)
    {
        _connectionErrors.Set(errors);
        _brokersDown.Set(isDown ? 1 : 0);
    }
}
