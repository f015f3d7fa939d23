namespace Akka.Flink.Jobs.Table;

using Akka.Flink.Measuring;

/// <summary>What runs of a job came to: medians, and the ratio taken pair by pair.</summary>
/// <param name="Case">The job, and what it was run with.</param>
/// <param name="Driver">The driver's name.</param>
/// <param name="Loops">The runs of the loop.</param>
/// <param name="Engines">The runs of the engine, each behind the loop of the same place.</param>
/// <param name="IsRight">Whether all checksums were right.</param>
internal sealed record ResultRow(JobCase Case, string Driver, Measurement[] Loops, Measurement[] Engines, bool IsRight)
{
    /// <summary>Million events for each second of the engine.</summary>
    public double Meps => 1000 / Median(Engines, run => run.Nanoseconds);

    /// <summary>Million events for each second of the loop.</summary>
    public double LoopMeps => 1000 / Median(Loops, run => run.Nanoseconds);

    /// <summary>The engine's speed as a part of the loop's.</summary>
    public double Ratio => Ratios(run => run.Nanoseconds);

    /// <summary>The same by processor time.</summary>
    public double CpuRatio => Ratios(run => run.CpuNanoseconds);

    /// <summary>What the engine allocates for each event in steady state.</summary>
    public double BytesPerEvent => Median(Engines, run => run.BytesPerEvent);

    /// <summary>The engine's processor time for each event.</summary>
    public double CpuNsPerEvent => Median(Engines, run => run.CpuNanoseconds);

    /// <summary>Collections of the youngest generation in a run.</summary>
    public double Gen0 => Median(Engines, run => run.Gen0);

    /// <summary>Collections of the generation behind it.</summary>
    public double Gen1 => Median(Engines, run => run.Gen1);

    /// <summary>Collections of everything.</summary>
    public double Gen2 => Median(Engines, run => run.Gen2);

    /// <summary>The largest resident memory in megabytes.</summary>
    public double PeakMb => Median(Engines, run => run.PeakMb);

    /// <summary>The checksum of the engine.</summary>
    public string Checksum => $"{Engines[0].Outcome.Checksum:x16}";

    private static double Median(Measurement[] runs, Func<Measurement, double> figure) => Statistics.Median(runs.Select(figure));

    private double Ratios(Func<Measurement, double> time) =>
        Statistics.Median(Loops.Zip(Engines, (loop, engine) => time(loop) / time(engine)));
}
