namespace Akka.Flink.Connectors.Kafka;

using System.Globalization;

/// <summary>What the configuration says of Kafka, below <c>connectors.kafka</c>.</summary>
/// <param name="Librdkafka">The native library's path; null to look for it.</param>
/// <param name="MetadataTimeout">How long brokers may take to answer when a source or sink starts.</param>
/// <param name="DeliveryGuarantee">Overrides what sinks were built with; null for nothing.</param>
internal sealed record KafkaSettings(string? Librdkafka, TimeSpan MetadataTimeout, DeliveryGuarantee? DeliveryGuarantee)
{
    public const string TransactionTimeoutKey = "connectors.kafka.transaction-timeout";
    public const string TransactionPrefixKey = "connectors.kafka.transactional-id-prefix";
    public const string LostTransactionsKey = "connectors.kafka.lost-transactions";

    public const string LibrdkafkaKey = "connectors.kafka.librdkafka";
    public const string MetadataTimeoutKey = "connectors.kafka.metadata-timeout";
    public const string DeliveryGuaranteeKey = "connectors.kafka.delivery-guarantee";

    /// <summary>What holds when nothing is set.</summary>
    public static readonly KafkaSettings Default = new(null, TimeSpan.FromSeconds(30), null);

    private const double LongestMs = 3_600_000;
    private const double LongestTransactionMs = int.MaxValue;

    // The shortest units last: "ms" ends in "s" too.
    private static readonly (string Unit, double Ms)[] Units =
    [
        ("milliseconds", 1), ("millisecond", 1), ("millis", 1), ("ms", 1), ("seconds", 1000), ("second", 1000), ("s", 1000),
        ("minutes", 60_000), ("minute", 60_000), ("m", 60_000), ("", 1),
    ];

    /// <summary>Reads what was set.</summary>
    /// <param name="settings">What was set.</param>
    /// <returns>What holds.</returns>
    /// <exception cref="JobException">A value makes no sense.</exception>
    public static KafkaSettings From(ISettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new KafkaSettings(
            settings.Find(LibrdkafkaKey) is { Length: > 0 } path ? path : null,
            settings.Find(MetadataTimeoutKey) is { } timeout
                ? ToDuration(timeout, 1, LongestMs) ?? throw KafkaErrors.NoTimeout(timeout)
                : Default.MetadataTimeout,
            settings.Find(DeliveryGuaranteeKey) is { Length: > 0 } guarantee ? ToGuarantee(guarantee) : null)
        {
            TransactionTimeout = settings.Find(TransactionTimeoutKey) is { Length: > 0 } transaction
                ? ToDuration(transaction, 1000, LongestTransactionMs) ?? throw KafkaErrors.NoTransactionTimeout(transaction)
                : null,
            TransactionPrefix = settings.Find(TransactionPrefixKey) ?? "",
            ReportsLostTransactions = settings.Find(LostTransactionsKey) switch
            {
                null or "" or "fail" => false,
                "report" => true,
                var other => throw KafkaErrors.NoLostTransactions(other),
            },
        };
    }

    /// <summary>Overrides after how long brokers abort transactions; null for nothing.</summary>
    public TimeSpan? TransactionTimeout { get; init; }

    /// <summary>Stands in front of the prefixes of all sinks.</summary>
    public string TransactionPrefix { get; init; } = "";

    /// <summary>Whether a job goes on, and says so, when a transaction is lost.</summary>
    public bool ReportsLostTransactions { get; init; }

    private static DeliveryGuarantee ToGuarantee(string value) => value switch
    {
        "none" => Kafka.DeliveryGuarantee.None,
        "at-least-once" => Kafka.DeliveryGuarantee.AtLeastOnce,
        "exactly-once" => Kafka.DeliveryGuarantee.ExactlyOnce,
        _ => throw KafkaErrors.UnknownGuarantee(value),
    };

    private static TimeSpan? ToDuration(string text, double leastMs, double mostMs)
    {
        foreach (var (unit, unitMs) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal))
                continue;

            var number = text.AsSpan(0, text.Length - unit.Length).Trim();
            if (double.TryParse(number, CultureInfo.InvariantCulture, out var count)
                && count * unitMs >= leastMs && count * unitMs <= mostMs)
                return TimeSpan.FromMilliseconds(count * unitMs);
            break;
        }

        return null;
    }
}
