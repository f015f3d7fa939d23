namespace Akka.Flink.Runtime;

/// <summary>What came of a step of the job protocol.</summary>
/// <param name="State">The new state.</param>
/// <param name="Effects">What to do, in order.</param>
internal readonly record struct JobStep(JobState State, IReadOnlyList<JobEffects.IEffect> Effects);
