namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.Functions;

/// <summary>Hands on the records that a condition holds for. It compacts the batch in place and hands the same object on.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="output">Where its records go.</param>
/// <param name="condition">The condition.</param>
/// <param name="function">What the condition belongs to, to be opened and closed; null for a delegate.</param>
internal sealed class FilterOperator<T>(OperatorContext context, Output<T> output, Func<T, bool> condition, IFunction? function = null)
    : OneInputOperator<T, T>(context, output)
{
    private bool _isPassing;   // the batch is compacted, and part of it taken

    public override void Open() => UserFunction.Open(function, Context, null);

    public override int Process(RecordBatch<T> batch, int from)
    {
        if (!Output.IsWritable)
            return from;
        if (!_isPassing)
        {
            Context.Metrics.RecordsIn += batch.Count - from;
            Compact(batch, from);
        }

        var next = Output.Pass(batch, from);
        _isPassing = next < batch.Count;
        return next;
    }

    public override void Close() => UserFunction.Close(function);

    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that what it calls for each record is inlined into it
    private void Compact(RecordBatch<T> batch, int from)
    {
        var keep = condition;
        var values = batch.Values.AsSpan(0, batch.Count);
        var timestamps = batch.Timestamps.AsSpan(0, values.Length);
        var kept = from;
        var i = from;
        try
        {
            for (; i < values.Length; i++)
            {
                var value = values[i].Value;
                var isKept = keep(value);
                values[kept].Value = value;             // without a branch: what is not kept is overwritten by the next
                timestamps[kept] = timestamps[i];
                kept += isKept ? 1 : 0;
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.FunctionFailed(Context, null, batch.Timestamps[i], cause);
        }

        batch.Truncate(kept);
    }
}
