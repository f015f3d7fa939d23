namespace Akka.Flink.Connectors.Kafka;

using System.Globalization;
using Confluent.Kafka;
using Confluent.Kafka.Admin;

/// <summary>A client that writes one transaction after the other under one name.</summary>
/// <remarks><para><b>Threads.</b> One at a time: the task's while the transaction is open, another one's while it is
/// flushed.</para></remarks>
internal sealed class TransactionalProducer : IDisposable
{
    private static readonly TimeSpan AbortPatience = TimeSpan.FromSeconds(2);

    private readonly TransactionSetup _setup;
    private readonly WrittenOffsets _written = new();
    private long _producerId;
    private short _epoch;
    private bool _isOpen;

    private TransactionalProducer(TransactionSetup setup, int number)
    {
        _setup = setup;
        Number = number;
        Name = TransactionNames.Of(setup.Prefix, setup.Subtask, number);
        Records = new RecordProducer(setup.PropertiesOf(Name), setup.Topic, setup.Where, null, _written);
    }

    /// <summary>Its number in the pool.</summary>
    public int Number { get; }

    /// <summary>The name of its transactions.</summary>
    public string Name { get; }

    /// <summary>What writes its records.</summary>
    public RecordProducer Records { get; }

    /// <summary>What waits to be committed; null when nothing does.</summary>
    public KafkaTransaction? Prepared { get; private set; }

    private IProducer<byte[]?, byte[]> Client => Records.Client;

    /// <summary>Whether no other client has begun to use its name since it was made.</summary>
    public bool IsCurrent =>
        _setup.Coordinators.Describe(Name) is { } found && found.ProducerId == _producerId && found.Epoch == _epoch;

    /// <summary>Makes one, and ends what an earlier client of its name has left behind. It blocks.</summary>
    /// <param name="setup">What it shares with others.</param>
    /// <param name="number">Its number in the pool.</param>
    /// <param name="witness">Another one of the pool: if that is not current any more, another attempt has taken over, and what it has
    /// written must not be ended. Null for the first ones.</param>
    public static TransactionalProducer Make(TransactionSetup setup, int number, TransactionalProducer? witness)
    {
        var made = new TransactionalProducer(setup, number);
        try
        {
            made.Initialize(witness);
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>Writes a message, in a transaction that begins with the first one.</summary>
    /// <param name="message">The message.</param>
    public void Produce(Message<byte[]?, byte[]> message)
    {
        if (!_isOpen)
        {
            Client.BeginTransaction();
            _isOpen = true;
        }

        Records.Produce(message);
    }

    /// <summary>Waits until the brokers have all records, and notes what another process needs to commit them. It blocks.</summary>
    /// <param name="checkpointId">The checkpoint.</param>
    public KafkaTransaction Prepare(long checkpointId)
    {
        Records.Flush(_setup.Ending);
        var found = _setup.Coordinators.Describe(Name);
        if (found is not { IsOngoing: true } || found.ProducerId != _producerId || found.Epoch != _epoch)
            throw KafkaErrors.TransactionGone(_setup.Where, Name, found?.State ?? "unknown", _setup.TransactionTimeoutMs);

        return Prepared = new KafkaTransaction(
            Name, _setup.Subtask, checkpointId, _producerId, _epoch, found.StartMs, found.TimeoutMs, _setup.Topic, _written.Count,
            _written.ToRanges());
    }

    /// <summary>Commits what was prepared.</summary>
    /// <returns>Whether it was; if not, this client is of no use any more.</returns>
    public bool TryCommit()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                Client.CommitTransaction(_setup.Timeout);
                break;
            }
            catch (KafkaRetriableException) when (TimeProvider.System.GetElapsedTime(began) < _setup.Timeout)
            {
                _setup.Ending.ThrowIfCancellationRequested();
            }
            catch (KafkaException)
            {
                return false;
            }
        }

        (Prepared, _isOpen) = (null, false);
        _written.Clear();
        return true;
    }

    /// <summary>Aborts what is open, as far as that goes quickly: whoever goes on with the job does it otherwise.</summary>
    public void TryAbort()
    {
        if (!_isOpen || Prepared is not null)
            return;

        try
        {
            Client.AbortTransaction(AbortPatience);
            _isOpen = false;
        }
        catch (KafkaException)
        {
            Records.Deliveries.Log.OnAbandoned(Name);
        }
    }

    public void Dispose() => Records.Dispose();

    private void Initialize(TransactionalProducer? witness)
    {
        TopicCheck.Run(Client, _setup.Topic, _setup.Brokers, _setup.Timeout, Records.Deliveries.Log, _setup.Ending);
        if (witness is { IsCurrent: false })
            throw KafkaErrors.TakenOver(_setup.Where, witness.Name);
        _setup.Ending.ThrowIfCancellationRequested();   // another attempt may have begun in the meantime
        try
        {
            Client.InitTransactions(_setup.Timeout);
        }
        catch (KafkaException cause)
        {
            throw Refused(cause);
        }

        if (_setup.Coordinators.Describe(Name) is not { } found)
            throw KafkaErrors.TransactionGone(_setup.Where, Name, "unknown", _setup.TransactionTimeoutMs);
        (_producerId, _epoch) = (found.ProducerId, found.Epoch);
    }

    private JobException Refused(KafkaException cause)
    {
        var error = Records.Deliveries.Log.Refusal is { } refusal && ErrorKinds.IsRefusal(refusal.Code) ? refusal : cause.Error;
        if (error.Code == ErrorCode.InvalidTransactionTimeout)
            return KafkaErrors.TransactionTimeoutRefused(_setup.Where, _setup.TransactionTimeoutMs, BrokersMaximum(), cause);
        if (ErrorKinds.IsRefusal(error.Code))
            return KafkaErrors.NotAuthorized(_setup.Brokers, $"transactions named '{Name}'", error, cause);
        return ErrorKinds.IsPassing(error.Code)
            ? KafkaErrors.Unreachable(_setup.Brokers, _setup.Timeout, Records.Deliveries.Log.LastComplaint, cause)
            : KafkaErrors.ClusterFailed(_setup.Brokers, $"transactions named '{Name}'", error, cause);
    }

    // Not everyone who may write may ask for this.
    private string BrokersMaximum()
    {
        const string setting = "transaction.max.timeout.ms";
        using var admin = new DependentAdminClientBuilder(Client.Handle).Build();
        try
        {
            var broker = admin.GetMetadata(_setup.Timeout).Brokers[0].BrokerId;
            var resource = new ConfigResource { Type = ResourceType.Broker, Name = broker.ToString(CultureInfo.InvariantCulture) };
            var found = admin.DescribeConfigsAsync([resource], new() { RequestTimeout = _setup.Timeout }).GetAwaiter().GetResult();
            return $"{found[0].Entries[setting].Value} ms";
        }
        catch (KafkaException cause)
        {
            return $"not told ({cause.Error.Code})";
        }
    }
}
