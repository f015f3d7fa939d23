namespace Akka.Flink.Operators.Tests.Windowing;

/// <summary>Takes what an operator puts out: all of it, or one record at a time.</summary>
internal sealed class CollectingInput<T>(string? tag, List<Collected> into, bool oneByOne) : IInput<T>
{
    public int Process(RecordBatch<T> batch, int from)
    {
        var until = oneByOne ? Math.Min(from + 1, batch.Count) : batch.Count;
        for (var i = from; i < until; i++)
            into.Add(new Collected(tag, batch.Values[i].Value, batch.Timestamps[i]));
        return until;
    }

    public bool ProcessWatermark(long watermarkMs)
    {
        if (tag is null)
            into.Add(new Collected(null, null, watermarkMs));
        return true;
    }

    public bool ProcessStatus(bool idle) => true;

    public bool EndInput() => true;

    public bool Resume() => true;
}
