namespace Akka.Flink.Runtime;

/// <summary>What the control database of a cluster is.</summary>
internal enum ControlDatabaseKind
{
    /// <summary>A file, for nodes of one host.</summary>
    Sqlite,

    /// <summary>A server, for nodes of several hosts.</summary>
    PostgreSql,
}
