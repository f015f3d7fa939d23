namespace Akka.Flink.Connectors.PostgreSql;

/// <summary>What the configuration says of PostgreSQL, below <c>connectors.postgresql</c>.</summary>
/// <param name="TransactionIdPrefix">Stands in front of the prefixes of all sinks.</param>
/// <param name="ReportsLostTransactions">Whether a job goes on, and says so, when a transaction is lost.</param>
internal sealed record PostgreSqlSettings(string TransactionIdPrefix, bool ReportsLostTransactions)
{
    public const string TransactionIdPrefixKey = "connectors.postgresql.transaction-id-prefix";
    public const string LostTransactionsKey = "connectors.postgresql.lost-transactions";

    /// <summary>Reads what was set.</summary>
    /// <param name="settings">What was set.</param>
    /// <returns>What holds.</returns>
    /// <exception cref="JobException">A value makes no sense.</exception>
    public static PostgreSqlSettings From(ISettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new PostgreSqlSettings(
            settings.Find(TransactionIdPrefixKey) ?? "",
            settings.Find(LostTransactionsKey) switch
            {
                null or "" or "fail" => false,
                "report" => true,
                var other => throw PostgreSqlErrors.NoLostTransactions(other),
            });
    }
}
