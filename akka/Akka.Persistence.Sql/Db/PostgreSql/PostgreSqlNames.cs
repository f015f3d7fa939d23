namespace Akka.Persistence.Sql.Db.PostgreSql;

/// <summary>Writes names for PostgreSQL.</summary>
internal static class PostgreSqlNames
{
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    public static string Table(string schema, string name) => string.IsNullOrEmpty(schema) ? Quote(name) : $"{Quote(schema)}.{Quote(name)}";

    /// <summary>A name inside a text literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''")}'";
}
