namespace Akka.Flink.Connectors.PostgreSql;

/// <summary>Where lookups in PostgreSQL tables begin.</summary>
/// <remarks><para><b>Flink.</b> The JDBC table as the right side of a lookup join.</para></remarks>
public static class PostgreSqlLookup
{
    /// <summary>Begins a lookup.</summary>
    /// <typeparam name="TKey">The type of keys; its equality must be the one of the key column.</typeparam>
    /// <typeparam name="TRow">What a row becomes.</typeparam>
    /// <returns>Its builder.</returns>
    public static PostgreSqlLookupBuilder<TKey, TRow> Builder<TKey, TRow>()
        where TKey : notnull
        where TRow : class => new();
}
