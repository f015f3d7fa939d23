namespace Akka.Flink.Operators;

/// <summary>What stands behind an output that nobody reads.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class DiscardingInput<T> : IInput<T>
{
    public int Process(RecordBatch<T> batch, int from) => batch.Count;

    public bool ProcessWatermark(long watermarkMs) => true;

    public bool ProcessStatus(bool idle) => true;

    public bool EndInput() => true;

    public bool Resume() => true;
}
