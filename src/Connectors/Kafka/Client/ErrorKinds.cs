namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;
using Confluent.Kafka.Admin;

/// <summary>What errors of Kafka mean for a job.</summary>
internal static class ErrorKinds
{
    /// <summary>What has failed, and of which partition: an answer for many may hold the error of one. One that does not pass comes before
    /// those that do.</summary>
    /// <param name="cause">What the client has thrown.</param>
    public static (Error Error, TopicPartition? Partition) Of(KafkaException cause)
    {
        var errors = cause switch
        {
            ListOffsetsException offsets => offsets.Result.ResultInfos.Select(info => info.TopicPartitionOffsetError),
            TopicPartitionOffsetException committed => committed.Results,
            _ => [],
        };
        var worst = errors.Where(each => each.Error.IsError).OrderBy(each => MayBeAnsweredLater(each.Error.Code)).FirstOrDefault();
        return (worst?.Error ?? cause.Error, worst?.TopicPartition);
    }

    /// <summary>Whether the brokers refuse this client: trying again changes nothing.</summary>
    /// <param name="code">The error.</param>
    public static bool IsRefusal(ErrorCode code) => code is
        ErrorCode.Local_Authentication or ErrorCode.SaslAuthenticationFailed or ErrorCode.Local_Ssl or ErrorCode.UnsupportedSaslMechanism
        or ErrorCode.TopicAuthorizationFailed or ErrorCode.GroupAuthorizationFailed or ErrorCode.ClusterAuthorizationFailed
        or ErrorCode.TransactionalIdAuthorizationFailed;

    /// <summary>Whether the client goes on by itself, having lost nothing.</summary>
    /// <param name="code">The error.</param>
    public static bool IsPassing(ErrorCode code) => code is
        ErrorCode.Local_Transport or ErrorCode.Local_AllBrokersDown or ErrorCode.Local_Resolve or ErrorCode.Local_TimedOut
        or ErrorCode.Local_TimedOutQueue or ErrorCode.Local_WaitCoord or ErrorCode.Local_NodeUpdate or ErrorCode.Local_Retry
        or ErrorCode.LeaderNotAvailable or ErrorCode.NotLeaderForPartition or ErrorCode.RequestTimedOut or ErrorCode.BrokerNotAvailable
        or ErrorCode.ReplicaNotAvailable or ErrorCode.NetworkException or ErrorCode.GroupLoadInProgress
        or ErrorCode.GroupCoordinatorNotAvailable or ErrorCode.NotCoordinatorForGroup or ErrorCode.KafkaStorageError
        or ErrorCode.FencedLeaderEpoch or ErrorCode.UnknownLeaderEpoch or ErrorCode.OffsetNotAvailable;

    /// <summary>Whether a partition that is known to be there has no leader, or one that does not know of it yet.</summary>
    /// <param name="code">The error.</param>
    public static bool HasNoLeader(ErrorCode code) => code is
        ErrorCode.LeaderNotAvailable or ErrorCode.NotLeaderForPartition or ErrorCode.UnknownTopicOrPart
        or ErrorCode.Local_UnknownPartition or ErrorCode.Local_UnknownTopic or ErrorCode.Local_NoEnt;   // the last: none of those asked has

    /// <summary>Whether a question about partitions that are known to be there may be answered a little later.</summary>
    /// <param name="code">The error.</param>
    public static bool MayBeAnsweredLater(ErrorCode code) => IsPassing(code) || HasNoLeader(code);
}
