namespace Akka.Flink.Operators.Tests;

using Akka.Flink.Operators;

/// <summary>An operator without outputs that notes what arrives.</summary>
internal sealed class Outlet<T>(OperatorContext context, List<string> output, string? prefix = null) : Operator(context), IInput<T>
{
    public int Process(RecordBatch<T> batch, int from)
    {
        for (var i = from; i < batch.Count; i++)
            output.Add(
                $"{prefix}{batch.Values[i].Value}{(batch.Timestamps[i] == RecordBatch<T>.NoTimestamp ? "" : $"@{batch.Timestamps[i]}")}");
        return batch.Count;
    }

    public bool ProcessWatermark(long watermarkMs)
    {
        if (prefix is null)
            output.Add($"W({(watermarkMs == long.MaxValue ? "max" : watermarkMs)})");
        return true;
    }

    public bool ProcessStatus(bool idle)
    {
        if (prefix is null)
            output.Add(idle ? "idle" : "active");
        return true;
    }

    public bool EndInput()
    {
        if (prefix is null)
            output.Add("end");
        return true;
    }

    public override bool Resume() => true;
}
