namespace Akka.Flink.Jobs.Table;

/// <summary>What a job is to reach.</summary>
/// <param name="Ratio">How fast it is to be, as a part of the loop's speed.</param>
/// <param name="BytesPerEvent">What it may allocate for each event in steady state, at most.</param>
internal sealed record Goal(double Ratio, double BytesPerEvent);
