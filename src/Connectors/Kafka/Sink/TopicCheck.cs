namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;
using Confluent.Kafka.Admin;

/// <summary>Makes sure, before anything is written, that the brokers answer and have the topic.</summary>
internal static class TopicCheck
{
    private static readonly TimeSpan LeadersPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks the brokers.</summary>
    /// <param name="client">Whose connections to use.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="brokers">Their addresses, for messages.</param>
    /// <param name="timeout">How long they may take.</param>
    /// <param name="log">What the client says.</param>
    /// <param name="ending">Ends the wait for leaders.</param>
    /// <exception cref="JobException">They do not answer, refuse, or there is no such topic.</exception>
    public static void Run(IClient client, string topic, string brokers, TimeSpan timeout, ClientLog log, CancellationToken ending)
    {
        using var admin = new DependentAdminClientBuilder(client.Handle).Build();
        try
        {
            var found = admin.GetMetadata(topic, timeout).Topics[0];
            var error = found.Error;
            if (error.Code == ErrorCode.UnknownTopicOrPart)
            {
                var there = admin.GetMetadata(timeout).Topics.Select(each => each.Topic);
                throw KafkaErrors.TopicMissing(brokers, topic, SimilarNames.Find(topic, there));
            }

            if (ErrorKinds.IsRefusal(error.Code))
                throw KafkaErrors.NotAuthorized(brokers, $"writing to topic '{topic}'", error, null);
            if (error.IsError && !ErrorKinds.IsPassing(error.Code))
                throw KafkaErrors.ClusterFailed(brokers, $"topic '{topic}'", error, null);
            WaitForLeaders(admin, found, ending);
        }
        catch (KafkaException cause)
        {
            throw log.Refusal is { } refusal
                ? KafkaErrors.NotAuthorized(brokers, $"writing to topic '{topic}'", refusal, cause)
                : KafkaErrors.Unreachable(brokers, timeout, log.LastComplaint, cause);
        }
    }

    // Brokers tell of a new partition a moment before its leader takes records. Of the first requests one would then be refused and the
    // next be taken; brokers before Kafka 4.5 do not see the gap (KAFKA-15591). Leaders that do not come are not waited for to the end:
    // other partitions may have theirs.
    private static void WaitForLeaders(IAdminClient admin, TopicMetadata topic, CancellationToken ending)
    {
        var asked = topic.Partitions.ConvertAll(each => new TopicPartitionOffsetSpec
        {
            TopicPartition = new TopicPartition(topic.Topic, each.PartitionId),
            OffsetSpec = OffsetSpec.Latest(),
        });
        var began = TimeProvider.System.GetTimestamp();
        for (var isFirst = true; asked.Count > 0; isFirst = false)
        {
            try
            {
                if (!isFirst)
                    admin.GetMetadata(topic.Topic, LeadersPatience);   // or the client goes by the leaders that it knew
                admin.ListOffsetsAsync(asked, new ListOffsetsOptions { RequestTimeout = LeadersPatience }).GetAwaiter().GetResult();
                return;
            }
            catch (KafkaException cause)
            {
                if (!ErrorKinds.MayBeAnsweredLater(ErrorKinds.Of(cause).Code)
                    || TimeProvider.System.GetElapsedTime(began) > LeadersPatience
                    || ending.WaitHandle.WaitOne(Pause))
                    return;   // what is wrong is said when records are written
            }
        }
    }
}
