namespace Akka.Flink.MicroBenchmarks;

/// <summary>A record as programs have them.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Customer">Whose it is.</param>
/// <param name="Amount">What for.</param>
/// <param name="AtMs">When.</param>
public sealed record Order(long Id, string Customer, double Amount, long AtMs);
