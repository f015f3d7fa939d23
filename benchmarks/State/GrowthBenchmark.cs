namespace Akka.Flink.StateBenchmarks;

using System.Diagnostics;
using Akka.Flink.Measuring;
using Akka.Flink.State;
using Akka.Flink.State.Keyed;

/// <summary>How long may one operation take while the table grows from nothing to ten million keys?</summary>
/// <remarks>A hiccup meter in the same thread takes turns with the operations: it times a stretch of arithmetic about as long as one, which
/// allocates and looks up nothing. What it shows comes from the machine, not from the table, and is taken off.</remarks>
internal static class GrowthBenchmark
{
    private const int Keys = 10_000_000;
    private const int WarmUpKeys = 300_000;
    private const int MeterRounds = 100;

    private static readonly double[] Fractions = [0.5, 0.99, 0.999, 0.9999, 0.99999];

    public static void Run()
    {
        Grow(WarmUpKeys);
        var (operations, hiccups, processor) = Grow(Keys);

        Console.WriteLine($"growing to {Keys:N0} keys, one operation, clock included, in microseconds:");
        Console.WriteLine($"  {"",-28} {"p50",9} {"p99",9} {"p99.9",9} {"p99.99",9} {"p99.999",9} {"worst",9}");
        Print("wall time", at => Us(operations, at), operations.Max / 1000.0);
        Print("hiccup meter", at => Us(hiccups, at), hiccups.Max / 1000.0);
        Print("wall time, hiccups taken off", at => Math.Max(0, Us(operations, at) - Us(hiccups, at)), double.NaN);
        Print("processor time", at => Us(processor, at), processor.Max / 1000.0);
    }

    private static double Us(Histogram histogram, double fraction) => histogram.Percentile(fraction) / 1000.0;

    private static void Print(string what, Func<double, double> percentileUs, double worstUs) => Console.WriteLine(
        $"  {what,-28} {string.Join(' ', Fractions.Select(fraction => $"{percentileUs(fraction),9:0.00}"))} "
        + (double.IsNaN(worstUs) ? "" : $"{worstUs,9:0.00}"));

    private static (Histogram Operations, Histogram Hiccups, Histogram Processor) Grow(int keys)
    {
        var (operations, hiccups, processor) = (new Histogram(), new Histogram(), new Histogram());
        var batches = new Batches(long.MaxValue);
        var backend = new KeyedStateBackend<long, LongCodec>(
            new KeyedStateSetup("benchmark", 0, new KeyGroupRange(0, 127), 128, new BenchmarkTypes()), default);
        var state = backend.GetState(new ValueStateDescriptor<CountAndSum>("sum"));
        ulong sum = 0;
        for (var i = 0; i < keys; i++)
        {
            var key = batches.NextKey();
            var processorStart = ThreadClock.NowNs();
            var start = Stopwatch.GetTimestamp();
            backend.SetCurrent(backend.Resolve(key));
            state.GetOrAddRef().Count = 1;
            if (i % Batches.Size == 0)
                backend.EndBatch();
            var between = Stopwatch.GetTimestamp();
            var processorEnd = ThreadClock.NowNs();
            var meterStart = Stopwatch.GetTimestamp();
            sum = Spin(sum + (ulong)key);
            var end = Stopwatch.GetTimestamp();

            operations.Add(Nanoseconds(between - start));
            hiccups.Add(Nanoseconds(end - meterStart));
            processor.Add(processorEnd - processorStart);
        }

        GC.KeepAlive(sum);
        return (operations, hiccups, processor);
    }

    private static ulong Spin(ulong sum)
    {
        for (var i = 0; i < MeterRounds; i++)
            sum = (sum ^ (sum >> 29)) * 0xBF58476D1CE4E5B9;
        return sum;
    }

    private static long Nanoseconds(long ticks) => (long)(ticks * (1e9 / Stopwatch.Frequency));
}
