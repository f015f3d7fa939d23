namespace Akka.Flink.Connectors.Kafka;

using System.Text.RegularExpressions;

/// <summary>What a source was built with, apart from its format.</summary>
internal sealed record KafkaSourceOptions
{
    public required ClientProperties Properties { get; init; }

    /// <summary>The topics; empty where a pattern chooses them.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Chooses topics by their whole name; null where they are given.</summary>
    public required Regex? Pattern { get; init; }

    /// <summary>The pattern as it was given.</summary>
    public required string? PatternText { get; init; }

    public required OffsetsInitializer Start { get; init; }

    /// <summary>Where it ends; null when it does not.</summary>
    public required OffsetsInitializer? End { get; init; }

    /// <summary>How often it looks for new partitions; null for never.</summary>
    public required TimeSpan? DiscoveryInterval { get; init; }

    public required bool CommitsOffsets { get; init; }

    public KafkaSettings Settings { get; init; } = KafkaSettings.Default;

    public string Brokers => Properties[ClientProperties.Brokers]!;

    public string? GroupId => Properties[ClientProperties.GroupId];

    public bool Discovers => End is null && DiscoveryInterval is not null;

    /// <summary>What a consumer of this source is made with.</summary>
    public Dictionary<string, string> ConsumerProperties() => Properties.Over(
    [
        new("group.id", "akka-flink"),   // the client wants one; without a group nothing is committed
        new("enable.auto.commit", "false"),
        new("enable.auto.offset.store", "false"),
        new("enable.partition.eof", End is null ? "false" : "true"),
        new("allow.auto.create.topics", "false"),
        new("auto.offset.reset", Start.AutoOffsetReset),
        new("isolation.level", "read_uncommitted"),
        new("session.timeout.ms", "10000"),   // a commit gives up when the group's coordinator is away for so long
        new("reconnect.backoff.max.ms", "1000"),   // as the Java client: brokers that are back are found within a second
        new("queued.max.messages.kbytes", "16384"),
        new("dotnet.consumer.consume.result.fields", Pattern is null && Topics.Count == 1 ? "timestamp" : "timestamp,topic"),
    ]);
}
