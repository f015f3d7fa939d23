namespace Akka.Flink.Operators.Tests;

using Akka.Flink.Operators;

/// <summary>An operator without outputs that notes what arrives.</summary>
internal sealed class Outlet<T>(OperatorContext context, List<string> output) : Operator(context), IInput<T>
{
    public int Process(RecordBatch<T> batch, int from)
    {
        for (var i = from; i < batch.Count; i++)
            output.Add(batch.Timestamps[i] == RecordBatch<T>.NoTimestamp ? $"{batch.Values[i].Value}" : $"{batch.Values[i].Value}@{batch.Timestamps[i]}");
        return batch.Count;
    }

    public bool ProcessWatermark(long watermarkMs)
    {
        output.Add($"W({(watermarkMs == long.MaxValue ? "max" : watermarkMs)})");
        return true;
    }

    public bool ProcessStatus(bool idle)
    {
        output.Add(idle ? "idle" : "active");
        return true;
    }

    public bool EndInput()
    {
        output.Add("end");
        return true;
    }

    public override bool Resume() => true;
}
