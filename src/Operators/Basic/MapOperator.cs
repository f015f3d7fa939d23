namespace Akka.Flink.Operators;

/// <summary>Turns each record into one other: a new column of values beside the same timestamps.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal sealed class MapOperator<TIn, TOut>(OperatorContext context, Output<TOut> output, Func<TIn, TOut> map) : OneInputOperator<TIn, TOut>(context, output)
{
    private readonly RecordBatch<TOut> _mapped = new();
    private int _passed = -1;   // how much of the mapped batch is taken; -1 when there is none

    public override int Process(RecordBatch<TIn> batch, int from)
    {
        if (!Output.IsWritable)
            return from;
        if (_passed < 0)
        {
            Map(batch, from);
            _passed = from;
        }

        _passed = Output.Pass(_mapped, _passed);
        if (_passed < _mapped.Count)
            return batch.Count - 1;   // what is downstream may have compacted the mapped batch: only that something is left counts

        _passed = -1;
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
