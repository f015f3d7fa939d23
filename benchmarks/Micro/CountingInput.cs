namespace Akka.Flink.MicroBenchmarks;

using Akka.Flink.Operators;

/// <summary>Takes everything and counts it.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class CountingInput<T> : IInput<T>
{
    /// <summary>How many records there were.</summary>
    public long Count { get; private set; }

    public int Process(RecordBatch<T> batch, int from)
    {
        Count += batch.Count - from;
        return batch.Count;
    }

    public bool ProcessWatermark(long watermarkMs) => true;

    public bool ProcessStatus(bool idle) => true;

    public bool EndInput() => true;

    public bool Resume() => true;
}
