namespace Akka.Flink.Runtime;

/// <summary>How far a savepoint is.</summary>
internal enum SavepointStatus : byte
{
    /// <summary>It is being taken.</summary>
    InProgress,

    /// <summary>A job can begin from it.</summary>
    Completed,

    /// <summary>It came to nothing.</summary>
    Failed,
}
