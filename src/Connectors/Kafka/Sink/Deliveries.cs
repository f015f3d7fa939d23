namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>The messages of a writer that the brokers do not have yet.</summary>
/// <remarks><para><b>Threads.</b> The writer's begins them, the client's ends them.</para></remarks>
internal sealed class Deliveries
{
    private const int None = -1;

    private readonly int _most;
    private readonly bool _areAnswered;
    private readonly WrittenOffsets? _offsets;
    private volatile Error? _failure;
    private TaskCompletionSource? _waiting;
    private volatile int _unconfirmed = None;
    private int _pending;
    private int _wakeAt;

    /// <summary>None yet.</summary>
    /// <param name="most">How many there may be at a time.</param>
    /// <param name="areAnswered">Whether brokers say where they have written them.</param>
    /// <param name="offsets">Notes where they lie; null for nowhere.</param>
    public Deliveries(int most, bool areAnswered, WrittenOffsets? offsets = null)
    {
        _most = most;
        _areAnswered = areAnswered;
        _offsets = offsets;
        Handler = OnDelivered;
    }

    /// <summary>To be called with what came of a message; made once.</summary>
    public Action<DeliveryReport<byte[]?, byte[]>> Handler { get; }

    /// <summary>What the client has said of its connections.</summary>
    public ClientLog Log { get; } = new();

    /// <summary>How many there are.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Whether there may be another. After a failure there may, so that the writer is called and can say so.</summary>
    public bool HasRoom => Pending < _most || HasFailed;

    /// <summary>Why the first that failed did; null when none has.</summary>
    public Error? Failure => _failure;

    /// <summary>The partition of a message that the client takes for written, though no broker has said so: a later one was taken. Null
    /// when there is none.</summary>
    public int? Unconfirmed => _unconfirmed == None ? null : _unconfirmed;

    private bool HasFailed => _failure is not null || _unconfirmed != None || Log.Refusal is not null;

    /// <summary>Counts a message, before it is handed to the client.</summary>
    public void Begin() => Interlocked.Increment(ref _pending);

    /// <summary>Takes it back, when the client has not taken it.</summary>
    public void Undo() => Interlocked.Decrement(ref _pending);

    /// <summary>Waits until a fourth of what is pending has come back, or anything has failed.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _wakeAt, (int)(Pending * 3L / 4));
        Interlocked.Exchange(ref _waiting, waiting);
        WakeIfDue();   // what came back in between has seen nobody waiting
        return waiting.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes an error that concerns the client as a whole.</summary>
    /// <param name="error">The error.</param>
    public void OnError(Error error)
    {
        Log.OnError(error);
        WakeIfDue();
    }

    private void WakeIfDue()
    {
        if (Volatile.Read(ref _waiting) is not null
            && (Pending <= Volatile.Read(ref _wakeAt) || HasFailed))
            Interlocked.Exchange(ref _waiting, null)?.TrySetResult();
    }

    private void OnDelivered(DeliveryReport<byte[]?, byte[]> report)
    {
        if (report.Error.IsError)
            _failure ??= report.Error;
        else if (report.Offset.Value < 0 && _areAnswered)
            _unconfirmed = report.Partition.Value;
        else if (Log.IsDown)
            Log.OnAnswer();
        _offsets?.Add(report.Partition.Value, report.Offset.Value);
        Interlocked.Decrement(ref _pending);
        WakeIfDue();
    }
}
