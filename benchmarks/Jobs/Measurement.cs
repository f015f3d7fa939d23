namespace Akka.Flink.Jobs;

using System.Diagnostics;

/// <summary>One run of a job.</summary>
/// <param name="Outcome">What it found.</param>
/// <param name="Nanoseconds">Wall time for each event.</param>
/// <param name="CpuNanoseconds">Processor time of all threads for each event.</param>
/// <param name="BytesPerEvent">What was allocated for each event.</param>
/// <param name="SteadyBytesPerEvent">What was allocated for each event of the last quarter, when tables have grown; NaN where nobody
/// counts.</param>
internal readonly record struct Measurement(
    Outcome Outcome, double Nanoseconds, double CpuNanoseconds, double BytesPerEvent, double SteadyBytesPerEvent)
{
    /// <summary>Runs and measures.</summary>
    public static Measurement Of(Func<AllocationMeter, Outcome> run, long events)
    {
        GC.Collect();
        var meter = new AllocationMeter(events);
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var started = Stopwatch.GetTimestamp();
        var outcome = run(meter);
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        return new Measurement(
            outcome,
            elapsed.TotalNanoseconds / events,
            (process.TotalProcessorTime - cpu).TotalNanoseconds / events,
            (GC.GetTotalAllocatedBytes() - allocated) / (double)events,
            meter.SteadyBytesPerEvent);
    }
}
