namespace Akka.Flink.Connectors.Kafka;

/// <summary>What counters lack here.</summary>
internal static class CounterExtensions
{
    /// <summary>Takes over a number that another thread has counted.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="value">The number.</param>
    public static void Set(this Counter counter, long value) => counter.Inc(value - counter.Count);
}
