namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>Turns each record into none, one or many.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="output">Where its records go.</param>
/// <param name="flatMap">What it does with a record.</param>
/// <param name="function">What that belongs to, to be opened and closed; null for a delegate.</param>
internal sealed class FlatMapOperator<TIn, TOut>(
    OperatorContext context, Output<TOut> output, Action<TIn, ICollector<TOut>> flatMap, IFunction? function = null)
    : OneInputOperator<TIn, TOut>(context, output)
{
    public override void Open() => UserFunction.Open(function, Context, null);

    public override int Process(RecordBatch<TIn> batch, int from)
    {
        var i = from;
        try
        {
            for (; i < batch.Count && Output.IsWritable; i++)
            {
                Output.CurrentTimestamp = batch.Timestamps[i];
                flatMap(batch.Values[i].Value, Output);
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.FunctionFailed(Context, null, Output.CurrentTimestamp, cause);
        }

        Context.Metrics.RecordsIn += i - from;
        if (i == batch.Count)
            Flush();
        return i;
    }

    public override void Close() => UserFunction.Close(function);
}
