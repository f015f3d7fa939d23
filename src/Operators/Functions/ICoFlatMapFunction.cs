namespace Akka.Flink.Functions;

/// <summary>Turns each record of two streams into none, one or many.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Flink.</b> <c>CoFlatMapFunction</c>. Derive from <see cref="RichFunction"/> as well to be opened and
/// closed.</para></remarks>
public interface ICoFlatMapFunction<in TFirst, in TSecond, out TOut> : IFunction
{
    /// <summary>Turns a record of the first stream into others.</summary>
    /// <param name="value">The record.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    void FlatMap1(TFirst value, ICollector<TOut> output);

    /// <summary>Turns a record of the second stream into others.</summary>
    /// <param name="value">The record.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    void FlatMap2(TSecond value, ICollector<TOut> output);
}
