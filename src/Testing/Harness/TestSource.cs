namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>The head of a pipeline: puts in what the test says.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class TestSource<T>(OperatorContext context, Output<T> output) : OutputOperator<T>(context, output), ITestSource
{
    private readonly RecordBatch<T> _batch = new();
    private int _next;
    private bool _endIsBehind;

    /// <inheritdoc/>
    public Func<bool> IsAnyWaiting { get; set; } = static () => false;

    /// <inheritdoc/>
    public bool IsHeld { get; private set; }

    /// <summary>Puts in records as one batch.</summary>
    /// <param name="records">The records with their timestamps.</param>
    public void Process(IReadOnlyList<(T Value, long? At)> records)
    {
        _batch.Clear();
        foreach (var (value, at) in records)
            _batch.Add(value, at ?? RecordBatch<T>.NoTimestamp);

        _next = 0;
        PassOn();
    }

    /// <inheritdoc/>
    public void Continue()
    {
        if (Finish(Resume()))
            PassOn();
        if (!IsHeld && _endIsBehind)
            EmitEndBehind();
    }

    /// <inheritdoc/>
    public void Watermark(long watermarkMs) => Finish(Output.EmitWatermark(watermarkMs) && Resume());

    /// <inheritdoc/>
    public void Status(bool idle) => Finish(EmitStatus(idle) && Resume());

    /// <inheritdoc/>
    public void End()
    {
        Watermark(long.MaxValue);
        if (IsHeld)
            _endIsBehind = true;
        else
            EmitEndBehind();
    }

    private void PassOn()
    {
        while (_next < _batch.Count)
        {
            _next = Output.Pass(_batch, _next);
            if (_next < _batch.Count && !Finish(Resume()))
                return;
        }

        Finish(Resume());
    }

    private void EmitEndBehind()
    {
        _endIsBehind = false;
        Finish(EmitEnd() && Resume());
    }

    private bool Finish(bool isDone)
    {
        IsHeld = !this.Finish(isDone, IsAnyWaiting);
        return !IsHeld;
    }
}
