namespace Akka.Flink.Runtime;

/// <summary>What a job manager knows of its leadership.</summary>
/// <param name="Phase">Whether it may speak.</param>
/// <param name="Term">Its term; 0 before it claims one.</param>
internal readonly record struct LeadershipState(LeadershipPhase Phase, long Term);
