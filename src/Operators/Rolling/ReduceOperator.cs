namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Combines the records of a key, one after the other, and emits what they come to so far. The first record of a key is emitted as
/// it is.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <typeparam name="T">The records' type.</typeparam>
internal sealed class ReduceOperator<TKey, TCodec, T> : KeyedOneInputOperator<TKey, TCodec, T, T>
    where TCodec : struct, IKeyCodec<TKey>
{
    private readonly Func<T, T, T> _reduce;
    private readonly IFunction? _function;
    private IValueState<T> _soFar = null!;

    public ReduceOperator(
        OperatorContext context, Output<T> output, TCodec codec, Func<T, TKey> selector, Func<T, T, T> reduce, IFunction? function)
        : base(context, output, codec, selector)
    {
        _reduce = reduce;
        _function = function;
    }

    public override void Open()
    {
        base.Open();
        _soFar = KeyedState.GetState(new ValueStateDescriptor<T>("reduced"));
        UserFunction.Open(_function, Context, null);
    }

    public override void Close() => UserFunction.Close(_function);

    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that what it calls for each record is inlined into it
    protected override int ProcessRecords(RecordBatch<T> batch, int from, ReadOnlySpan<int> slots)
    {
        var keys = Scope.Backend.Keys;
        var values = batch.Values.AsSpan(0, batch.Count);
        for (var i = from; i < values.Length; i++)
        {
            if (!IsWritable)
                return i;

            keys.Current = slots[i];
            Output.CurrentTimestamp = batch.Timestamps[i];
            var value = values[i].Value;
            if (_soFar.TryGet(out var soFar))
                value = _reduce(soFar, value);
            _soFar.Update(value);
            Output.Collect(value);
        }

        return values.Length;
    }
}
