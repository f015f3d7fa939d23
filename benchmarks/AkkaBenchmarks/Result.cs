namespace Akka.Flink.AkkaBenchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The median of the runs.</param>
/// <param name="Unit">The unit of <paramref name="Value"/>.</param>
/// <param name="Bound">What it is held against: at least this, or at most this when <paramref name="LowerIsBetter"/>.</param>
/// <param name="LowerIsBetter">Whether the bound is an upper one.</param>
/// <param name="Official">What official Akka.NET reached on two such cores; null where nobody measured it.</param>
internal sealed record Result(
    string Name, double Value, string Unit, double? Bound = null, bool LowerIsBetter = false, double? Official = null)
{
    /// <summary>Whether the bound is kept; null without a bound.</summary>
    public bool? IsWithinBound => Bound is null ? null : LowerIsBetter ? Value <= Bound : Value >= Bound;
}
