namespace Akka.Flink.Jobs.Table;

using System.Diagnostics;
using Akka.Flink.Jobs.Engine;
using Akka.Flink.Jobs.Loops;
using Akka.Flink.Measuring;

/// <summary>One run of a job.</summary>
/// <param name="Outcome">What it found.</param>
/// <param name="Nanoseconds">Wall time for each event.</param>
/// <param name="CpuNanoseconds">Processor time of all threads for each event.</param>
/// <param name="BytesPerEvent">What was allocated for each event of the last quarter; NaN for a loop.</param>
/// <param name="Gen0">Collections of the youngest generation.</param>
/// <param name="Gen1">Collections of the generation behind it.</param>
/// <param name="Gen2">Collections of everything.</param>
/// <param name="PeakMb">The largest resident memory.</param>
internal readonly record struct Measurement(
    Outcome Outcome, double Nanoseconds, double CpuNanoseconds, double BytesPerEvent, int Gen0, int Gen1, int Gen2, double PeakMb)
{
    /// <summary>Runs the hand-written loop.</summary>
    public static Measurement OfLoop(JobCase run)
    {
        Prepare();
        var began = Reading.Now();
        var outcome = HandWritten.Run(run);
        return Of(run, outcome, began, Reading.Now(), double.NaN);
    }

    /// <summary>Runs the engine: from the first event to the last result.</summary>
    public static Measurement OfEngine(JobCase run, IJobDriver driver)
    {
        Prepare();
        var meter = new RunMeter(run.Events, run.Parallelism);
        var outcome = driver.Run(run, meter);
        return Of(run, outcome, meter.Began, meter.Ended, meter.SteadyBytes / meter.SteadyEvents);
    }

    private static void Prepare()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        PeakMemory.Reset();
    }

    private static Measurement Of(JobCase run, Outcome outcome, Reading began, Reading ended, double bytes) => new(
        outcome,
        Stopwatch.GetElapsedTime(began.Timestamp, ended.Timestamp).TotalNanoseconds / run.Events,
        (ended.Cpu - began.Cpu).TotalNanoseconds / run.Events,
        bytes,
        ended.Gen0 - began.Gen0,
        ended.Gen1 - began.Gen1,
        ended.Gen2 - began.Gen2,
        PeakMemory.Megabytes());
}
