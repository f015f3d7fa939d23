namespace Akka.Flink.Functions;

/// <summary>Turns each record of two streams into one record.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Flink.</b> <c>CoMapFunction</c>. Derive from <see cref="RichFunction"/> as well to be opened and
/// closed.</para></remarks>
public interface ICoMapFunction<in TFirst, in TSecond, out TOut> : IFunction
{
    /// <summary>Turns a record of the first stream into another.</summary>
    /// <param name="value">The record.</param>
    /// <returns>What is emitted, with the record's timestamp.</returns>
    TOut Map1(TFirst value);

    /// <summary>Turns a record of the second stream into another.</summary>
    /// <param name="value">The record.</param>
    /// <returns>What is emitted, with the record's timestamp.</returns>
    TOut Map2(TSecond value);
}
