namespace Akka.Flink.Operators;

/// <summary>Turns each record into one other: a new column of values beside the same timestamps.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal sealed class MapOperator<TIn, TOut>(OperatorContext context, Output<TOut> output, Func<TIn, TOut> map) : OneInputOperator<TIn, TOut>(context, output)
{
    private readonly RecordBatch<TOut> _mapped = new();
    private bool _isPassing;   // the batch is mapped, and part of it taken

    public override int Process(RecordBatch<TIn> batch, int from)
    {
        if (!Output.IsWritable)
            return from;
        if (!_isPassing)
            Map(batch, from);

        var next = Output.Pass(_mapped, from);
        _isPassing = next < batch.Count;
        if (_isPassing)
            return next;

        _mapped.Clear();
        return batch.Count;
    }

    private void Map(RecordBatch<TIn> batch, int from)
    {
        var function = map;
        _mapped.EnsureCapacity(batch.Count);
        var values = batch.Values.AsSpan(0, batch.Count);
        var mapped = _mapped.Values.AsSpan(0, values.Length);
        for (var i = from; i < values.Length; i++)
            mapped[i].Value = function(values[i].Value);
        _mapped.Count = batch.Count;
        batch.Timestamps.AsSpan(from, batch.Count - from).CopyTo(_mapped.Timestamps.AsSpan(from));
    }
}
