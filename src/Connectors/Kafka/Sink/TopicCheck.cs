namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;
using Confluent.Kafka.Admin;

/// <summary>Makes sure, before anything is written, that the brokers answer and have the topic.</summary>
internal static class TopicCheck
{
    private static readonly TimeSpan LeadersPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

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
            WaitForLeaders(admin, found, timeout < LeadersPatience ? timeout : LeadersPatience, ending);
        }
        catch (KafkaException cause)
        {
            throw log.Refusal is { } refusal
                ? KafkaErrors.NotAuthorized(brokers, $"writing to topic '{topic}'", refusal, cause)
                : KafkaErrors.Unreachable(brokers, timeout, log.LastComplaint, cause);
        }
    }

    // Brokers tell of a new partition a moment before its leader takes records. Of the first requests one would then be refused and the
    // next be taken, and not every broker sees the gap (KAFKA-15591).
    private static void WaitForLeaders(IAdminClient admin, TopicMetadata found, TimeSpan patience, CancellationToken ending)
    {
        var began = TimeProvider.System.GetTimestamp();
        var pause = FirstPause;
        while (!HasLeaders(admin, found, Left()) && Left() > pause && !ending.WaitHandle.WaitOne(pause))
        {
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            found = admin.GetMetadata(found.Topic, Left()).Topics[0];
        }

        TimeSpan Left()
        {
            var left = patience - TimeProvider.System.GetElapsedTime(began);
            return left > FirstPause ? left : FirstPause;
        }
    }

    // Partitions whose leaders are away are not waited for while others have theirs. What does not pass is said when records are written.
    private static bool HasLeaders(IAdminClient admin, TopicMetadata topic, TimeSpan timeout)
    {
        var led = topic.Partitions.FindAll(each => each.Leader >= 0).ConvertAll(each => new TopicPartitionOffsetSpec
        {
            TopicPartition = new TopicPartition(topic.Topic, each.PartitionId),
            OffsetSpec = OffsetSpec.Latest(),
        });
        if (led.Count == 0)
            return false;

        try
        {
            admin.ListOffsetsAsync(led, new ListOffsetsOptions { RequestTimeout = timeout }).GetAwaiter().GetResult();
            return true;
        }
        catch (KafkaException cause)
        {
            return !ErrorKinds.MayBeAnsweredLater(ErrorKinds.Of(cause).Error.Code);
        }
    }
}
