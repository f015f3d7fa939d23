namespace Akka.Flink.Operators;

/// <summary>Hands on the records that a condition holds for. It compacts the batch in place and hands the same object on.</summary>
/// <typeparam name="T">The records' type.</typeparam>
internal sealed class FilterOperator<T>(OperatorContext context, Output<T> output, Func<T, bool> condition) : OneInputOperator<T, T>(context, output)
{
    private bool _isPassing;   // the batch is compacted, and part of it taken

    public override int Process(RecordBatch<T> batch, int from)
    {
        if (!Output.IsWritable)
            return from;
        if (!_isPassing)
            Compact(batch, from);

        var next = Output.Pass(batch, from);
        _isPassing = next < batch.Count;
        return next;
    }

    private void Compact(RecordBatch<T> batch, int from)
    {
        var keep = condition;
        var values = batch.Values.AsSpan(0, batch.Count);
        var timestamps = batch.Timestamps.AsSpan(0, batch.Count);
        var kept = from;
        for (var i = from; i < values.Length && i < timestamps.Length; i++)
        {
            var value = values[i].Value;
            if (!keep(value))
                continue;

            values[kept].Value = value;
            timestamps[kept++] = timestamps[i];
        }

        batch.Truncate(kept);
    }
}
