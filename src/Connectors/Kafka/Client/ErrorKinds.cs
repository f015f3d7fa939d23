namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;
using Confluent.Kafka.Admin;

/// <summary>What errors of Kafka mean for a job.</summary>
internal static class ErrorKinds
{
    /// <summary>What has failed: an answer for many partitions may hold the error of one.</summary>
    /// <param name="cause">What the client has thrown.</param>
    public static Error Of(KafkaException cause) => cause switch
    {
        ListOffsetsException offsets => offsets.Result.ResultInfos.Select(info => info.TopicPartitionOffsetError.Error)
            .FirstOrDefault(error => error.IsError) ?? cause.Error,
        TopicPartitionOffsetException committed => committed.Results.Select(each => each.Error)
            .FirstOrDefault(error => error.IsError) ?? cause.Error,
        _ => cause.Error,
    };

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

    /// <summary>Whether a question about partitions may be answered a little later.</summary>
    /// <param name="code">The error.</param>
    public static bool MayBeAnsweredLater(ErrorCode code) => IsPassing(code) || code == ErrorCode.Local_NoEnt;   // none has a leader
}
