namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>The head of a pipeline: puts in what the test says.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class TestSource<T>(OperatorContext context, Output<T> output) : OutputOperator<T>(context, output), ITestSource
{
    private readonly RecordBatch<T> _batch = new();

    /// <summary>Puts in records as one batch.</summary>
    /// <param name="records">The records with their timestamps.</param>
    public void Process(IReadOnlyList<(T Value, long? At)> records)
    {
        _batch.Clear();
        foreach (var (value, at) in records)
            _batch.Add(value, at ?? RecordBatch<T>.NoTimestamp);

        var next = 0;
        while ((next = Output.Pass(_batch, next)) < _batch.Count)
            this.Finish(Resume());
        this.Finish(Resume());
    }

    /// <inheritdoc/>
    public void Watermark(long watermarkMs) => this.Finish(Output.EmitWatermark(watermarkMs) && Resume());

    /// <inheritdoc/>
    public void Status(bool idle) => this.Finish(EmitStatus(idle) && Resume());

    /// <inheritdoc/>
    public void End() => this.Finish(EmitEnd() && Resume());
}
