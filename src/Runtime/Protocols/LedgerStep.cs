namespace Akka.Flink.Runtime;

/// <summary>What came of a step of the job manager's protocol.</summary>
/// <param name="State">The new state.</param>
/// <param name="Effects">What to do, in order.</param>
internal readonly record struct LedgerStep(LedgerState State, IReadOnlyList<LedgerEffects.IEffect> Effects);
