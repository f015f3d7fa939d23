namespace Akka.Flink.Connectors.PostgreSql;

/// <summary>Where sinks into PostgreSQL tables begin.</summary>
/// <remarks><para><b>Flink.</b> <c>JdbcSink.builder()</c>.</para></remarks>
public static class PostgreSqlSink
{
    /// <summary>Begins a sink.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <returns>Its builder.</returns>
    public static PostgreSqlSinkBuilder<T> Builder<T>() => new();
}
