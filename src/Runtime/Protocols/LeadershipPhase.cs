namespace Akka.Flink.Runtime;

/// <summary>Whether a job manager may speak.</summary>
internal enum LeadershipPhase
{
    /// <summary>The journal is being read.</summary>
    Recovering,

    /// <summary>The term is being made durable.</summary>
    Claiming,

    /// <summary>The term is durable.</summary>
    Leading,

    /// <summary>The journal refused a write: somebody else leads, or the journal is gone.</summary>
    Deposed,
}
