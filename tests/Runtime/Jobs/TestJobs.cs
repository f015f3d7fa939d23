namespace Akka.Flink.Runtime.Tests.Jobs;

using System.Collections.Concurrent;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;

/// <summary>Jobs for tests: numbers that come as fast as a gate lets them, summed by key.</summary>
internal static class TestJobs
{
    public static JobSettings Settings { get; } = JobSettings.Default with
    {
        Checkpoints = new CheckpointSettings { Interval = TimeSpan.FromMilliseconds(50) },
        RestartStrategy = new RestartStrategySettings
        {
            Kind = RestartStrategyKind.FixedDelay, Attempts = 3, Delay = TimeSpan.FromMilliseconds(20),
        },
    };

    /// <summary>Counts the numbers below a limit by their last digit, into a sink.</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="gate">Lets numbers through.</param>
    /// <param name="sink">Takes the counts.</param>
    /// <param name="parallelism">How many subtasks.</param>
    /// <param name="onNumber">Called with each number.</param>
    public static JobGraph Counts(long count, Gate gate, CollectSink<(long, long)> sink, int parallelism = 1, Action<long>? onNumber = null)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.SetParallelism(parallelism);
        var source = new GeneratorSource<long>(count, (first, most, batch) =>
        {
            gate.Wait(first);
            batch.Add(first);
        });
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "numbers").Uid("numbers")
            .Map(number =>
            {
                onNumber?.Invoke(number);
                return (Digit: number % 10, Count: 1L);
            }).Uid("digits")
            .KeyBy(each => each.Digit)
            .Reduce((one, other) => (one.Digit, one.Count + other.Count)).Uid("counts")
            .SinkTo(sink).Uid("sink");
        return environment.CreateJobGraph("counts");
    }
}
