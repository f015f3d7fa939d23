namespace Akka.Flink.Operators.Tests.Dataflow;

/// <summary>An input that takes a few elements at a time, as a sequence of numbers says, and then has to be resumed.</summary>
internal sealed class HesitantInput<T>(int[] portions) : IInput<T>
{
    private int _next;
    private int _left = portions.Length > 0 ? portions[0] : int.MaxValue;
    private Func<bool>? _held;

    public List<string> Output { get; } = [];

    public int Process(RecordBatch<T> batch, int from)
    {
        Assert.Null(_held);
        var i = from;
        for (; i < batch.Count && _left > 0; i++)
        {
            _left--;
            Output.Add($"{batch.Values[i].Value}@{batch.Timestamps[i]}");
        }

        return i;
    }

    public bool ProcessWatermark(long watermarkMs) => Take($"W({watermarkMs})");

    public bool ProcessStatus(bool idle) => Take(idle ? "idle" : "active");

    public bool EndInput() => Take("end");

    public bool Resume()
    {
        _next++;
        _left = _next < portions.Length ? portions[_next] : int.MaxValue;
        var held = _held;
        _held = null;
        return held is null || held();
    }

    private bool Take(string element)
    {
        Assert.Null(_held);
        if (_left > 0)
        {
            _left--;
            Output.Add(element);
            return true;
        }

        _held = () => Take(element);
        return false;
    }
}
