namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>What the brokers that lead partitions know of transactions that have ended.</summary>
internal sealed partial class TransactionCoordinators
{
    private const byte ReadCommitted = 1;

    private static readonly TimeSpan OthersPatience = TimeSpan.FromSeconds(5);

    /// <summary>Asks whether a transaction that has ended was aborted, as readers of what is committed are told.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <returns>True when it was. False when it was committed, and when nobody can say: the topic has deleted its records, the user may not
    /// read it, or transactions of others that are older keep readers from coming so far.</returns>
    public bool IsAborted(KafkaTransaction transaction)
    {
        if (transaction.Ranges.Length == 0)
            return false;

        var range = transaction.Ranges[0];   // a transaction ends in the same way in all its partitions
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (error, log) = Retry($"partition {range.Partition} of topic '{transaction.Topic}'", () =>
            {
                var (unknown, host, port) = FindLeader(transaction.Topic, range.Partition);
                if (unknown != ErrorCode.NoError)
                    return (unknown, default);

                using var connection = Open(host, port);
                return FindAborted(connection, transaction, range);
            });
            if (error != ErrorCode.NoError)
                return false;
            if (log.StableOffset > range.First || TimeProvider.System.GetElapsedTime(began) > OthersPatience)
                return log.IsAborted;
            if (_ending.WaitHandle.WaitOne(Pause))
                _ending.ThrowIfCancellationRequested();
        }
    }

    // What a reader of what is committed has to leave out comes with each answer, from the first record that was asked for.
    private static (ErrorCode Error, (long StableOffset, bool IsAborted) Log) FindAborted(
        BrokerConnection connection, KafkaTransaction transaction, WrittenRange range)
    {
        // No replica, no waiting, and one byte, for which a whole batch comes.
        var body = new RequestWriter().Int32(-1).Int32(0).Int32(0).Int32(1).Int8(ReadCommitted)
            .Int32(1).String(transaction.Topic).Int32(1).Int32(range.Partition).Int64(range.First).Int32(1);
        var answer = connection.Call(ApiKey.Fetch, 4, isFlexible: false, body);
        answer.Int32();
        answer.Int32();
        answer.String();
        answer.Int32();
        answer.Int32();
        var error = (ErrorCode)answer.Int16();
        answer.Int64();
        var (stableOffset, isAborted) = (answer.Int64(), false);
        for (var count = answer.Int32(); count > 0; count--)
        {
            var (producerId, firstOffset) = (answer.Int64(), answer.Int64());
            isAborted |= producerId == transaction.ProducerId && firstOffset <= range.Last;
        }

        return (error, (stableOffset, isAborted));
    }

    private (ErrorCode Error, string Host, int Port) FindLeader(string topic, int partition)
    {
        using var connection = OpenAny();
        var answer = connection.Call(ApiKey.Metadata, 1, isFlexible: false, new RequestWriter().Int32(1).String(topic));
        var brokers = ReadBrokers(answer);
        answer.Int32();
        answer.Int32();
        var error = (ErrorCode)answer.Int16();
        answer.String();
        answer.Int8();
        for (var count = answer.Int32(); count > 0; count--)
        {
            var (_, index, leader) = (answer.Int16(), answer.Int32(), answer.Int32());
            for (var lists = 0; lists < 2; lists++)   // replicas, and those in sync
            {
                for (var nodes = answer.Int32(); nodes > 0; nodes--)
                    answer.Int32();
            }

            if (index == partition && brokers.Find(broker => broker.Id == leader) is { Host: not null } found)
                return (ErrorCode.NoError, found.Host, found.Port);
        }

        return (error == ErrorCode.NoError ? ErrorCode.LeaderNotAvailable : error, "", 0);
    }

    private static List<(int Id, string Host, int Port)> ReadBrokers(ResponseReader answer)
    {
        var brokers = new List<(int, string, int)>();
        for (var count = answer.Int32(); count > 0; count--)
        {
            brokers.Add((answer.Int32(), answer.String() ?? "", answer.Int32()));
            answer.String();
        }

        return brokers;
    }
}
