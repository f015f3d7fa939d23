namespace Akka.Flink.Functions;

/// <summary>Turns each record into none, one or many.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Flink.</b> <c>FlatMapFunction</c>. Derive from <see cref="RichFunction"/> as well to be opened and
/// closed.</para></remarks>
public interface IFlatMapFunction<in TIn, out TOut> : IFunction
{
    /// <summary>Turns a record into others.</summary>
    /// <param name="value">The record.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    void FlatMap(TIn value, ICollector<TOut> output);
}
