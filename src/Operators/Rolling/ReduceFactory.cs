namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>Makes operators that reduce the records of each key.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="T">The records' type.</typeparam>
/// <param name="reduce">Combines two records; null for that of <paramref name="function"/>.</param>
/// <param name="function">The function; each subtask has its own copy.</param>
internal sealed class ReduceFactory<TKey, T>(Func<T, T, T>? reduce, IReduceFunction<T>? function) : KeyedFactory<TKey, T, T>
{
    /// <inheritdoc/>
    protected override Operator Create<TCodec>(OperatorContext context, Output<T> output, TCodec codec)
    {
        var own = function is null ? null : UserFunction.Clone(function);
        return new ReduceOperator<TKey, TCodec, T>(context, output, codec, Selector, reduce ?? own!.Reduce, own as IFunction);
    }
}
