namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>Asks the brokers that coordinate transactions what the client has no call for: what state a transaction is in, which there are,
/// and to end one of another process.</summary>
/// <remarks>
/// <para>Requests have versions that every broker since 3.0 knows; EndTxn is sent in version 3, since a later one would raise the epoch
/// under a client that speaks the older protocol.</para>
/// <para><b>Threads.</b> It blocks; may be called on any.</para>
/// </remarks>
internal sealed partial class TransactionCoordinators
{
    private const byte IsTransaction = 1;
    private const int Pause = 100;
    private const ErrorCode NotFound = (ErrorCode)105;   // TRANSACTIONAL_ID_NOT_FOUND, which the client does not know

    private readonly string _brokers;
    private readonly BrokerSecurity _security;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _ending;

    /// <summary>Those of a cluster.</summary>
    /// <param name="properties">The client's, by librdkafka's names.</param>
    /// <param name="timeout">How long brokers may take, with all attempts.</param>
    /// <param name="ending">Ends what is being asked.</param>
    public TransactionCoordinators(IReadOnlyDictionary<string, string> properties, TimeSpan timeout, CancellationToken ending)
    {
        _brokers = properties[ClientProperties.Brokers];
        _security = BrokerSecurity.From(properties);
        _timeout = timeout;
        _ending = ending;
    }

    /// <summary>Asks for a transaction.</summary>
    /// <param name="transactionalId">Its name.</param>
    /// <returns>What the brokers know; null when nothing.</returns>
    public TransactionDescription? Describe(string transactionalId)
    {
        var (error, found) = AtCoordinator(transactionalId, connection => Describe(connection, transactionalId));
        return error switch
        {
            ErrorCode.NoError => found,
            NotFound => null,
            _ => throw Refused($"transaction '{transactionalId}'", error),
        };
    }

    /// <summary>Commits or aborts a transaction.</summary>
    /// <param name="transactionalId">Its name.</param>
    /// <param name="producerId">Who writes it.</param>
    /// <param name="epoch">Its epoch.</param>
    /// <param name="isCommit">Whether to commit it.</param>
    /// <returns>What came of it, once it is neither under way nor on the move.</returns>
    public ErrorCode End(string transactionalId, long producerId, short epoch, bool isCommit)
    {
        var (error, _) = AtCoordinator(transactionalId, connection =>
        {
            var body = new RequestWriter().CompactString(transactionalId).Int64(producerId).Int16(epoch).Int8(isCommit ? (byte)1 : (byte)0);
            var answer = connection.Call(ApiKey.EndTxn, 3, isFlexible: true, body.NoTags());
            answer.Int32();
            return ((ErrorCode)answer.Int16(), true);
        });
        if (ErrorKinds.IsRefusal(error))
            throw Refused($"the end of transaction '{transactionalId}'", error);
        return error;
    }

    /// <summary>Asks all brokers which transactions wait for a decision.</summary>
    /// <returns>Their names.</returns>
    public IReadOnlyList<string> ListOngoing()
    {
        var found = new List<string>();
        foreach (var (_, host, port) in Retry("the brokers", () => (ErrorCode.NoError, FindBrokers())).Answer)
        {
            var (error, listed) = Retry($"the transactions of {host}:{port}", () =>
            {
                using var connection = Open(host, port);
                return ListOngoing(connection);
            });
            if (error != ErrorCode.NoError)
                throw Refused($"the transactions of {host}:{port}", error);
            found.AddRange(listed);
        }

        return found;
    }

    private static (ErrorCode Error, TransactionDescription Found) Describe(BrokerConnection connection, string transactionalId)
    {
        var body = new RequestWriter().CompactLength(1).CompactString(transactionalId).NoTags();
        var answer = connection.Call(ApiKey.DescribeTransactions, 0, isFlexible: true, body);
        answer.Int32();
        answer.CompactLength();
        var error = (ErrorCode)answer.Int16();
        var (id, state) = (answer.CompactString(), answer.CompactString());
        var (timeoutMs, startMs, producerId, epoch) = (answer.Int32(), answer.Int64(), answer.Int64(), answer.Int16());
        var partitions = new List<KafkaPartition>();
        for (var topics = answer.CompactLength(); topics > 0; topics--)
        {
            var topic = answer.CompactString() ?? "";
            for (var count = answer.CompactLength(); count > 0; count--)
                partitions.Add(new KafkaPartition(topic, answer.Int32()));
            answer.Tags();
        }

        return (error, new TransactionDescription(id ?? "", state ?? "", timeoutMs, startMs, producerId, epoch, partitions));
    }

    private static (ErrorCode Error, List<string> Found) ListOngoing(BrokerConnection connection)
    {
        var body = new RequestWriter().CompactLength(1).CompactString(TransactionDescription.Ongoing).CompactLength(0).NoTags();
        var answer = connection.Call(ApiKey.ListTransactions, 0, isFlexible: true, body);
        answer.Int32();
        var error = (ErrorCode)answer.Int16();
        var found = new List<string>();
        for (var unknown = answer.CompactLength(); unknown > 0; unknown--)
            answer.CompactString();
        for (var count = answer.CompactLength(); count > 0; count--)
        {
            found.Add(answer.CompactString() ?? "");
            answer.Int64();
            answer.CompactString();
            answer.Tags();
        }

        return (error, found);
    }

    private (ErrorCode Error, TAnswer Answer) AtCoordinator<TAnswer>(
        string transactionalId, Func<BrokerConnection, (ErrorCode Error, TAnswer Answer)> ask) =>
        Retry($"transaction '{transactionalId}'", () =>
        {
            var (error, host, port) = FindCoordinator(transactionalId);
            if (error != ErrorCode.NoError)
                return (error, default!);

            using var connection = Open(host, port);
            return ask(connection);
        });

    private (ErrorCode Error, string Host, int Port) FindCoordinator(string transactionalId)
    {
        using var connection = OpenAny();
        var body = new RequestWriter().String(transactionalId).Int8(IsTransaction);
        var answer = connection.Call(ApiKey.FindCoordinator, 1, isFlexible: false, body);
        answer.Int32();
        var error = (ErrorCode)answer.Int16();
        answer.String();
        answer.Int32();
        return (error, answer.String() ?? "", answer.Int32());
    }

    private List<(int Id, string Host, int Port)> FindBrokers()
    {
        using var connection = OpenAny();
        return ReadBrokers(connection.Call(ApiKey.Metadata, 1, isFlexible: false, new RequestWriter().Int32(0)));
    }

    private BrokerConnection OpenAny()
    {
        IOException? last = null;
        foreach (var address in _brokers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var (host, port) = BrokerAddress.Parse(address);
                return Open(host, port);
            }
            catch (IOException cause)
            {
                last = cause;
            }
        }

        throw last ?? ProtocolErrors.NoAddress();
    }

    private BrokerConnection Open(string host, int port) => BrokerConnection.Open(host, port, _security, _timeout);

    // A coordinator may be loading, moving or down: it is looked for anew each time.
    private (ErrorCode Error, TAnswer Answer) Retry<TAnswer>(string what, Func<(ErrorCode Error, TAnswer Answer)> ask)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (complaint, failure) = ("", (Exception?)null);
            try
            {
                var answer = ask();
                if (!IsPassing(answer.Error))
                    return answer;
                complaint = answer.Error.ToString();
            }
            catch (Exception cause) when (cause is IOException or InvalidDataException)
            {
                (complaint, failure) = (cause.Message, cause);
            }
            catch (SecurityRefusedException cause)
            {
                throw KafkaErrors.NotAuthorized(_brokers, what, new Error(ErrorCode.Local_Authentication, cause.Message), cause);
            }

            if (_ending.WaitHandle.WaitOne(Pause))
                _ending.ThrowIfCancellationRequested();
            if (TimeProvider.System.GetElapsedTime(began) > _timeout)
                throw KafkaErrors.Unreachable(_brokers, _timeout, complaint, failure);
        }
    }

    private static bool IsPassing(ErrorCode error) => ErrorKinds.IsPassing(error) || error == ErrorCode.ConcurrentTransactions;

    private JobException Refused(string what, ErrorCode error) => ErrorKinds.IsRefusal(error)
        ? KafkaErrors.NotAuthorized(_brokers, what, new Error(error), null)
        : KafkaErrors.ClusterFailed(_brokers, what, new Error(error), null);
}
