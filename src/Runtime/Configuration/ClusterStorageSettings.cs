namespace Akka.Flink.Runtime;

using Npgsql;

/// <summary>Where the nodes of a cluster keep what they share.</summary>
/// <param name="ClusterId"><c>cluster.id</c>: the cluster that storage must belong to; null for the one that it does.</param>
/// <param name="Directory"><c>cluster.dir</c>: the folder that all nodes see.</param>
/// <param name="Control"><c>control.type</c>: the kind of the control database.</param>
/// <param name="ConnectionString"><c>control.connection-string</c>: how PostgreSQL is reached; empty for SQLite. Never shown.</param>
/// <param name="StartTimeout"><c>control.start-timeout</c>: how long a node that starts waits for a database that does not answer.</param>
internal sealed record ClusterStorageSettings(
    string? ClusterId, string Directory, ControlDatabaseKind Control, string ConnectionString, TimeSpan StartTimeout)
{
    private const string DefaultFolder = "cluster";
    private const int LongestId = 64;

    /// <summary>Reads it.</summary>
    /// <param name="reader">What is configured.</param>
    public static ClusterStorageSettings From(SettingsReader reader)
    {
        var id = reader.Text("cluster.id", IsId, $"letters, digits and '-', at most {LongestId}");
        var directory = reader.Text("cluster.dir", _ => true, "a folder");
        var node = reader.Text("dir", path => path.Length > 0, "a folder, such as '.akka-flink'");
        var kind = reader.Choice(
            "control.type", ("sqlite", ControlDatabaseKind.Sqlite), ("postgresql", ControlDatabaseKind.PostgreSql));
        var connection = reader.Text(
            "control.connection-string", IsConnection, "what Npgsql reads, such as 'Host=db;Database=flink;Username=flink;Password=...'");
        if (kind == ControlDatabaseKind.PostgreSql && connection is { Length: 0 })
            reader.Contradict("control.type", "control.connection-string", "Say where the PostgreSQL database is.");
        if (kind == ControlDatabaseKind.Sqlite && connection is { Length: > 0 })
        {
            reader.Contradict(
                "control.type", "control.connection-string",
                "SQLite is a file in 'akka.flink.cluster.dir': leave the connection string empty, or set the type to 'postgresql'.");
        }

        return new ClusterStorageSettings(
            string.IsNullOrEmpty(id) ? null : id,
            string.IsNullOrEmpty(directory) ? Path.Combine(node ?? "", DefaultFolder) : directory,
            kind,
            connection ?? "",
            reader.Duration("control.start-timeout", TimeSpan.Zero));
    }

    private static bool IsId(string text) =>
        text.Length <= LongestId && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static bool IsConnection(string text)
    {
        try
        {
            return text.Length == 0 || !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(text).Host);
        }
        catch (ArgumentException)
        {
            return false;   // which has the text in it
        }
    }
}
