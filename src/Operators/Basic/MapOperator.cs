namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.Functions;

/// <summary>Turns each record into one other: a new column of values beside the same timestamps.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="output">Where its records go.</param>
/// <param name="map">What it does with a record.</param>
/// <param name="function">What that belongs to, to be opened and closed; null for a delegate.</param>
internal sealed class MapOperator<TIn, TOut>(OperatorContext context, Output<TOut> output, Func<TIn, TOut> map, IFunction? function = null)
    : OneInputOperator<TIn, TOut>(context, output)
{
    private readonly RecordBatch<TOut> _mapped = new();
    private int _passed = -1;   // how much of the mapped batch is taken; -1 when there is none

    public override void Open() => UserFunction.Open(function, Context, null);

    public override int Process(RecordBatch<TIn> batch, int from)
    {
        if (!Output.IsWritable)
            return from;
        if (_passed < 0)
        {
            Context.Metrics.RecordsIn += batch.Count - from;
            Map(batch, from);
            _passed = 0;
        }

        _passed = Output.Pass(_mapped, _passed);
        if (_passed < _mapped.Count)
            return batch.Count - 1;   // what is downstream may have compacted the mapped batch: only that something is left counts

        _passed = -1;
        _mapped.Clear();
        return batch.Count;
    }

    public override void Close() => UserFunction.Close(function);

    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that what it calls for each record is inlined into it
    private void Map(RecordBatch<TIn> batch, int from)
    {
        var apply = map;
        var count = batch.Count - from;
        _mapped.EnsureCapacity(count);
        var values = batch.Values.AsSpan(from, count);
        var mapped = _mapped.Values.AsSpan(0, values.Length);
        var i = 0;
        try
        {
            for (; i < values.Length; i++)
                mapped[i].Value = apply(values[i].Value);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.FunctionFailed(Context, null, batch.Timestamps[from + i], cause);
        }

        _mapped.Count = count;
        batch.Timestamps.AsSpan(from, count).CopyTo(_mapped.Timestamps);
    }
}
