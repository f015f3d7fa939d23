namespace Akka.Flink.Runtime;

/// <summary>Where a task is in its life.</summary>
internal enum TaskPhase
{
    /// <summary>Nothing is made yet.</summary>
    New,

    /// <summary>The chain is made; its state is being read.</summary>
    Restoring,

    /// <summary>State is restored; channels are not connected, or operators not open.</summary>
    Deployed,

    /// <summary>Records are processed.</summary>
    Running,

    /// <summary>It has said that it is gone.</summary>
    Stopped,
}
