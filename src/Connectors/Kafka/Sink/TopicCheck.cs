namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>Makes sure, before anything is written, that the brokers answer and have the topic.</summary>
internal static class TopicCheck
{
    /// <summary>Asks the brokers.</summary>
    /// <param name="client">Whose connections to use.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="brokers">Their addresses, for messages.</param>
    /// <param name="timeout">How long they may take.</param>
    /// <param name="log">What the client says.</param>
    /// <exception cref="JobException">They do not answer, refuse, or there is no such topic.</exception>
    public static void Run(IClient client, string topic, string brokers, TimeSpan timeout, ClientLog log)
    {
        using var admin = new DependentAdminClientBuilder(client.Handle).Build();
        try
        {
            var error = admin.GetMetadata(topic, timeout).Topics[0].Error;
            if (error.Code == ErrorCode.UnknownTopicOrPart)
            {
                var there = admin.GetMetadata(timeout).Topics.Select(each => each.Topic);
                throw KafkaErrors.TopicMissing(brokers, topic, SimilarNames.Find(topic, there));
            }


            if (ErrorKinds.IsRefusal(error.Code))
                throw KafkaErrors.NotAuthorized(brokers, $"writing to topic '{topic}'", error, null);
            if (error.IsError && !ErrorKinds.IsPassing(error.Code))
                throw KafkaErrors.ClusterFailed(brokers, $"topic '{topic}'", error, null);
        }
        catch (KafkaException cause)
        {
            throw log.Refusal is { } refusal
                ? KafkaErrors.NotAuthorized(brokers, $"writing to topic '{topic}'", refusal, cause)
                : KafkaErrors.Unreachable(brokers, timeout, log.LastComplaint, cause);
        }
    }
}
