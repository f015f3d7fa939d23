namespace Akka.Flink.Measuring;

using System.Diagnostics;

/// <summary>What clocks and counters of the process show at a moment.</summary>
/// <param name="Timestamp">The moment.</param>
/// <param name="Cpu">Processor time of all threads.</param>
/// <param name="AllocatedBytes">What was allocated.</param>
/// <param name="Gen0">Collections of the youngest generation.</param>
/// <param name="Gen1">Collections of the generation behind it.</param>
/// <param name="Gen2">Collections of everything.</param>
public readonly record struct Reading(long Timestamp, TimeSpan Cpu, long AllocatedBytes, int Gen0, int Gen1, int Gen2)
{
    /// <summary>Reads them.</summary>
    public static Reading Now() => new(
        Stopwatch.GetTimestamp(),
        Environment.CpuUsage.TotalTime,
        GC.GetTotalAllocatedBytes(precise: true),
        GC.CollectionCount(0),
        GC.CollectionCount(1),
        GC.CollectionCount(2));
}
