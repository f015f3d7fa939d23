namespace Akka.Flink.Connectors.Kafka;

using System.Globalization;
using Confluent.Kafka;

/// <summary>Every way in which Kafka sources and sinks fail, in one place.</summary>
internal static class KafkaErrors
{
    private const string Prefix = "akka.flink.";

    public static JobException NoLibrary(Exception cause) => new(ErrorDomain.Definition,
        "The native library of Kafka's client, librdkafka 2.15 or later, was not found. Install the package 'librdkafka' of your " +
        "system (the NuGet package librdkafka.redist brings it where the registry has that), or say where librdkafka.so is, with " +
        $"'{Prefix}{KafkaSettings.LibrdkafkaKey}' or the environment variable {NativeLibrarySearch.Variable}.", cause);

    public static JobException LibraryUnusable(string path, Exception cause) => new(ErrorDomain.Definition,
        $"The native library of Kafka's client could not be loaded from '{path}': {cause.Message} Install the package 'librdkafka' " +
        $"of your system, version 2.15 or later, and correct '{Prefix}{KafkaSettings.LibrdkafkaKey}' or the environment variable " +
        $"{NativeLibrarySearch.Variable}.", cause);

    public static JobException Missing(string what, string call) => new(ErrorDomain.Definition,
        $"A Kafka source or sink was built without {what}. Call {call} before Build.");

    public static ArgumentOutOfRangeException NoSuchGuarantee(string parameter, DeliveryGuarantee value) => new(
        parameter, value, $"There is no delivery guarantee {(int)value}. Give None, AtLeastOnce or ExactlyOnce.");

    public static JobException TopicsTwice() => new(ErrorDomain.Definition,
        "A Kafka source was given both topics and a pattern of topics. Call either Topics or TopicPattern.");

    public static JobException NoGroup(string what) => new(ErrorDomain.Definition,
        $"{what} needs a consumer group, and the Kafka source has none. Call GroupId before Build.");

    public static JobException ReservedProperty(string name, string instead) => new(ErrorDomain.Definition,
        $"The property '{name}' cannot be set: {instead}");

    public static JobException UnknownProperty(Exception cause) => new(ErrorDomain.Definition,
        $"Kafka's client refuses its properties: {cause.Message.TrimEnd('.')}. Correct what was given to Property; the names are " +
        "those of librdkafka's CONFIGURATION.md, which differ from the Java client's in places.", cause);

    public static JobException UnknownGuarantee(string value) => new(ErrorDomain.Definition,
        $"'{Prefix}{KafkaSettings.DeliveryGuaranteeKey}' is '{value}'. Set it to 'none', 'at-least-once' or 'exactly-once', or " +
        "leave it out.");

    public static JobException NoTimeout(string value) => new(ErrorDomain.Definition,
        $"'{Prefix}{KafkaSettings.MetadataTimeoutKey}' is '{value}'. Set it to a time from 1 ms to 60 m, such as '30 s', or leave it " +
        "out.");

    public static JobException NoCommitter(string topic) => new(ErrorDomain.Definition,
        $"The sink of topic '{topic}' writes exactly once, and its writer was asked for without its committer: what it writes would " +
        "never be visible. Hand the sink to SinkTo, or take it by ISink.Accept.");

    public static JobException NoTransactionTimeout(string value) => new(ErrorDomain.Definition,
        $"'{Prefix}{KafkaSettings.TransactionTimeoutKey}' is '{value}'. Set it to a time from 1 s to 24 days, such as '15 m', or leave " +
        "it empty.");

    public static JobException NoLostTransactions(string value) => new(ErrorDomain.Definition,
        $"'{Prefix}{KafkaSettings.LostTransactionsKey}' is '{value}'. Set it to 'fail' or 'report', or leave it out.");

    public static JobException NoAddress(string address) => new(ErrorDomain.Definition,
        $"'{address}' is not the address of a Kafka broker. Write host:port, several separated by commas.");

    public static JobException NoTransactionsWith(string property) => new(ErrorDomain.Definition,
        $"DeliveryGuarantee.ExactlyOnce does not work with the property '{property}': transactions are committed after a crash over a " +
        "connection that does TLS with certificates in files and SASL by PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512, and nothing else. Use " +
        $"one of these, or run with '-D {KafkaSettings.DeliveryGuaranteeKey}=at-least-once'.");

    public static JobException TransactionTimeoutRefused(string where, string asked, string maximum, Exception cause) => new(
        ErrorDomain.Definition,
        $"{where}: the transaction timeout is {asked} ms, and the brokers' maximum (transaction.max.timeout.ms) is {maximum}. Lower it " +
        $"with TransactionTimeout or '{Prefix}{KafkaSettings.TransactionTimeoutKey}', or raise the brokers' " +
        "transaction.max.timeout.ms.", cause);

    public static JobException Fenced(string where, string topic, Error error) => new(ErrorDomain.External,
        $"{where}: the brokers take no more of a producer of topic '{topic}': {error.Code}: {error.Reason}. Its transaction was open for " +
        "longer than its timeout, or another producer has taken its name: another attempt of this job, or another job or sink with the " +
        "same TransactionalIdPrefix, which must be its own. The job goes on from its last checkpoint under its restart strategy.");

    public static JobException TransactionGone(string where, string name, string state, string timeoutMs) => new(ErrorDomain.External,
        $"{where}: transaction '{name}' should be open before its checkpoint, and the brokers say '{state}'. It was open for longer than " +
        $"its timeout of {timeoutMs} ms, or another producer has taken its name: another attempt of this job, or another job or sink " +
        "with the same TransactionalIdPrefix, which must be its own. The job goes on from its last checkpoint under its restart " +
        $"strategy; '{Prefix}{KafkaSettings.TransactionTimeoutKey}' gives transactions more time.");

    public static JobException TakenOver(string where, string name) => new(ErrorDomain.External,
        $"{where}: another producer has taken over the transactions named '{name}': another attempt of this job, which has gone on " +
        "without this task, or another job or sink with the same TransactionalIdPrefix, which must be its own. This task ends, so that " +
        "it does not abort what the other has written. The job goes on from its last checkpoint under its restart strategy.");

    public static JobException TransactionLost(string where, KafkaTransaction lost) => new(ErrorDomain.Definition,
        $"DATA LOSS. {where}: transaction '{lost.TransactionalId}' of checkpoint {lost.CheckpointId}, begun at " +
        $"{DateTimeOffset.FromUnixTimeMilliseconds(lost.StartMs):u}, was aborted by the Kafka brokers before it could be committed, most " +
        $"likely since its timeout of {lost.TimeoutMs} ms had passed, or since another producer has taken its name: {lost.Records} " +
        $"records are lost ({lost.Where()}). To go on without them, run with '-D {KafkaSettings.LostTransactionsKey}=report'. So that it " +
        $"does not happen again, raise TransactionTimeout or '{Prefix}{KafkaSettings.TransactionTimeoutKey}' above the longest outage, " +
        "and the brokers' transaction.max.timeout.ms with it; and give each sink of each job a TransactionalIdPrefix of its own.");

    public static JobException CommitUndecided(string where, string name) => new(ErrorDomain.External,
        $"{where}: transaction '{name}' could not be committed: the brokers say again and again that it is open, and then that it is " +
        "not. The job tries again under its restart strategy; the brokers' logs say more.");

    public static JobException Unreachable(string brokers, TimeSpan timeout, string? said, Exception? cause) => new(ErrorDomain.External,
        $"The Kafka brokers '{brokers}' did not answer within {timeout.TotalSeconds:0.###} s: {said ?? cause?.Message} Check that the " +
        "address is right, that the brokers run, that their advertised listeners can be reached from here, and that security.protocol " +
        $"fits; '{Prefix}{KafkaSettings.MetadataTimeoutKey}' says how long to wait.", cause);

    public static JobException NotAuthorized(string brokers, string what, Error error, Exception? cause) => new(ErrorDomain.Definition,
        $"The Kafka brokers '{brokers}' refuse {what}: {error.Code}: {error.Reason}. Check the credentials given to Property (sasl.*, " +
        "ssl.*) and the access control lists of the cluster.", cause);

    public static JobException TopicMissing(string brokers, string topic, IReadOnlyList<string> similar) => new(ErrorDomain.Definition,
        $"There is no topic '{topic}' on the Kafka brokers '{brokers}'. " +
        $"{(similar.Count > 0 ? $"Similar ones are '{string.Join("', '", similar)}'. " : "")}Create it, or correct the name that the " +
        "source or sink was built with.");

    public static JobException NoTopicMatches(string brokers, string pattern) => new(ErrorDomain.Definition,
        $"No topic on the Kafka brokers '{brokers}' matches the pattern '{pattern}', and none can come: the source is bounded or " +
        "discovers no partitions. Correct the pattern, which must match the whole name, or give the source a PartitionDiscoveryInterval.");

    public static JobException NothingCommitted(string? group, KafkaPartition partition, int others) => new(ErrorDomain.Definition,
        $"The consumer group '{group}' has not committed an offset of {partition}, nor of {others} other partitions. Give " +
        "OffsetsInitializer.CommittedOffsets a fallback, such as OffsetsInitializer.Earliest, or correct the GroupId.");

    public static JobException NoLeader(string brokers, string what, TimeSpan timeout, Error error, Exception? cause) => new(
        ErrorDomain.External,
        $"The Kafka brokers '{brokers}' had no leader for {what} within {timeout.TotalSeconds:0.###} s: {error.Code}: {error.Reason}. " +
        "See that the brokers that hold it run ('kafka-topics --describe --unavailable-partitions'); the job tries again under its " +
        $"restart strategy. '{Prefix}{KafkaSettings.MetadataTimeoutKey}' says how long to wait.", cause);

    public static JobException ClusterFailed(string brokers, string what, Error error, Exception? cause) => new(ErrorDomain.External,
        $"The Kafka brokers '{brokers}' could not answer for {what}: {error.Code}: {error.Reason}. The job tries again under its restart " +
        "strategy; the brokers' logs say more.", cause);

    public static JobException OffsetGone(string place, long offset, Error error, Exception cause) => new(ErrorDomain.Definition,
        $"{place}: offset {offset}, to go on from, is no longer on the brokers ({error.Reason}). The topic's retention has removed " +
        "records that were not read yet, or the topic was made anew. Set Property(\"auto.offset.reset\", \"earliest\") to go on at the " +
        "first record that is there, or start without the checkpoint.", cause);

    public static JobException ReadFailed(string brokers, string place, Error error, Exception? cause) => new(ErrorDomain.External,
        $"Reading {place} from the Kafka brokers '{brokers}' failed: {error.Code}: {error.Reason}. The job tries again under its restart " +
        "strategy, from the offsets of its last checkpoint.", cause);

    public static JobException DeliveryFailed(string where, string topic, string brokers, Error error) => new(ErrorDomain.External,
        $"{where}: a record for topic '{topic}' was not delivered to the Kafka brokers '{brokers}': {error.Code}: {error.Reason}. The " +
        "job tries again under its restart strategy, from its last checkpoint; the property 'delivery.timeout.ms' says how long brokers " +
        "may be away without that.");

    public static JobException NotConfirmed(string where, string topic, int partition, string brokers) => new(ErrorDomain.External,
        $"{where}: the Kafka brokers '{brokers}' have taken records for topic '{topic}', partition {partition}, and have not said " +
        "that they have those before them; where a partition's leader is new they may have lost them (KAFKA-15591). The job tries again " +
        "under its restart strategy, and writes them again from its last checkpoint.");

    public static JobException TooLarge(string where, string topic, long? sizeBytes, Error error) => new(ErrorDomain.Definition,
        $"{where}: a record of {sizeBytes?.ToString(CultureInfo.InvariantCulture) ?? "too many"} bytes is too large for topic '{topic}': " +
        $"{error.Reason}. Raise the property 'message.max.bytes' and the topic's 'max.message.bytes', or write smaller records.");

    public static JobException FunctionFailed(string where, string doing, long timestampMs, Exception cause) => new(ErrorDomain.Function,
        $"{where}: {doing} failed on the record of {timestampMs}: {cause.GetType().Name}: {cause.Message} The cause is inside.", cause);
}
