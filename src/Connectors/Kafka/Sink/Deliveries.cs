namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>The messages of a writer that the brokers do not have yet.</summary>
/// <remarks><para><b>Threads.</b> The writer's begins them, the client's ends them.</para></remarks>
internal sealed class Deliveries
{
    private readonly int _most;
    private volatile Error? _failure;
    private int _pending;

    /// <summary>None yet.</summary>
    /// <param name="most">How many there may be at a time.</param>
    public Deliveries(int most)
    {
        _most = most;
        Handler = OnDelivered;
    }

    /// <summary>To be called with what came of a message; made once.</summary>
    public Action<DeliveryReport<byte[]?, byte[]>> Handler { get; }

    /// <summary>What the client has said of its connections.</summary>
    public ClientLog Log { get; } = new();

    /// <summary>How many there are.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Whether there may be another. After a failure there may, so that the writer is called and can say so.</summary>
    public bool HasRoom => Pending < _most || _failure is not null || Log.Refusal is not null;

    /// <summary>Why the first that failed did; null when none has.</summary>
    public Error? Failure => _failure;

    /// <summary>Counts a message, before it is handed to the client.</summary>
    public void Begin() => Interlocked.Increment(ref _pending);

    /// <summary>Takes it back, when the client has not taken it.</summary>
    public void Undo() => Interlocked.Decrement(ref _pending);

    private void OnDelivered(DeliveryReport<byte[]?, byte[]> report)
    {
        if (report.Error.IsError)
            _failure ??= report.Error;
        else if (Log.IsDown)
            Log.OnAnswer();
        Interlocked.Decrement(ref _pending);
    }
}
