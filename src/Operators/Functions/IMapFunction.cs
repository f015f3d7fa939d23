namespace Akka.Flink.Functions;

/// <summary>Turns each record into one other.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Flink.</b> <c>MapFunction</c>. Derive from <see cref="RichFunction"/> as well to be opened and
/// closed.</para></remarks>
public interface IMapFunction<in TIn, out TOut> : IFunction
{
    /// <summary>Turns a record into another.</summary>
    /// <param name="value">The record.</param>
    /// <returns>What is emitted, with the record's timestamp.</returns>
    TOut Map(TIn value);
}
