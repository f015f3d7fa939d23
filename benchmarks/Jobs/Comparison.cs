namespace Akka.Flink.Jobs;

using Akka.Flink.Jobs.Loops;

/// <summary>Runs loop and engine in turn, in one process, and takes the ratio of each pair.</summary>
/// <param name="job">The job.</param>
/// <param name="keys">How many keys.</param>
/// <param name="engine">Runs it with so many events.</param>
internal sealed class Comparison(string job, long keys, Func<long, AllocationMeter, Outcome> engine)
{
    private const long WarmUpEvents = 3_000_000;

    /// <summary>Whether what comes out depends on the order between sources, so that only the number of results is compared.</summary>
    public bool ComparesCountsOnly { get; init; }

    /// <summary>Compares, prints a line, and says whether all checksums were right.</summary>
    public bool Run(long events, int pairs)
    {
        var warmUp = Math.Min(events / 10, WarmUpEvents);
        var isRight = true;
        for (var i = 0; i < 2; i++)
            isRight &= Check(warmUp, HandWritten.Run(job, warmUp, keys), engine(warmUp, new AllocationMeter(warmUp)));

        var loops = new Measurement[pairs];
        var engines = new Measurement[pairs];
        for (var i = 0; i < pairs; i++)
        {
            loops[i] = Measurement.Of(_ => HandWritten.Run(job, events, keys), events);
            engines[i] = Measurement.Of(meter => engine(events, meter), events);
            isRight &= Check(events, loops[i].Outcome, engines[i].Outcome);
        }

        var ratio = Median(loops.Zip(engines, (loop, engine) => loop.Nanoseconds / engine.Nanoseconds));
        var cpuRatio = Median(loops.Zip(engines, (loop, engine) => loop.CpuNanoseconds / engine.CpuNanoseconds));
        var allocated = Median(engines.Select(engine => engine.BytesPerEvent));
        var steady = Median(engines.Select(engine => engine.SteadyBytesPerEvent));
        Console.WriteLine(
            $"{job,-10} {keys,9:N0} {events,12:N0} {Median(loops.Select(l => l.Nanoseconds)),8:0.0} " +
            $"{Median(engines.Select(e => e.Nanoseconds)),8:0.0} " +
            $"{1000 / Median(engines.Select(e => e.Nanoseconds)),7:0.0} {ratio,6:0.00} " +
            $"{Median(engines.Select(e => e.CpuNanoseconds)),8:0.0} {cpuRatio,9:0.00} {allocated,9:0.000} {steady,9:0.000}   " +
            $"{engines[0].Outcome.Checksum:x16} {(isRight ? "right" : "WRONG")}");
        return isRight;
    }

    /// <summary>Prints what the columns are.</summary>
    public static void PrintHeader() => Console.WriteLine(
        $"{"job",-10} {"keys",9} {"events",12} {"loop ns",8} {"ns",8} {"M/s",7} {"ratio",6} {"CPU ns",8} {"CPU ratio",9} " +
        $"{"B/event",9} {"steady",9}   checksum");

    private bool Check(long events, Outcome loop, Outcome found)
    {
        var expected = ReferenceChecksums.Of(job, events, keys) ?? loop;
        if ((found == expected || (ComparesCountsOnly && found.Results == expected.Results)) && loop == expected)
            return true;

        Console.WriteLine($"{job} with {keys} keys, {events} events: expected {expected}, the loop has {loop}, the engine {found}.");
        return false;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
