namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>The simulation has found what must not be.</summary>
/// <param name="invariant">Which invariant, as docs/internals/invariants.md names it.</param>
/// <param name="what">What was found.</param>
internal sealed class InvariantViolatedException(string invariant, string what) : Exception($"{invariant}: {what}")
{
    public string Invariant { get; } = invariant;
}
