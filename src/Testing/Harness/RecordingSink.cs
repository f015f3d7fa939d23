namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>The end of a pipeline: hands what arrives to the harness.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="recorder">Takes what arrives.</param>
/// <param name="isBlocking">Whether it takes one element at a time and nothing for a while afterwards.</param>
internal sealed class RecordingSink<T>(OperatorContext context, IRecorder<T> recorder, bool isBlocking) : Operator(context), IInput<T>
{
    private const int RefusalsAfterEach = 2;

    private int _refusals;

    public int Process(RecordBatch<T> batch, int from)
    {
        if (_refusals > 0)
            return from;

        var end = isBlocking ? Math.Min(from + 1, batch.Count) : batch.Count;
        for (; from < end; from++)
        {
            var timestamp = batch.Timestamps[from];
            recorder.Record(batch.Values[from].Value, timestamp == RecordBatch<T>.NoTimestamp ? null : timestamp);
        }

        Take();
        return end;
    }

    public bool ProcessWatermark(long watermarkMs)
    {
        recorder.Watermark(watermarkMs);
        return Take();
    }

    public bool ProcessStatus(bool idle)
    {
        recorder.Status(idle);
        return Take();
    }

    public bool EndInput() => Take();

    public override bool Resume()
    {
        if (_refusals > 0)
            _refusals--;

        return _refusals == 0;
    }

    private bool Take()
    {
        _refusals = isBlocking ? RefusalsAfterEach : 0;
        return !isBlocking;
    }
}
