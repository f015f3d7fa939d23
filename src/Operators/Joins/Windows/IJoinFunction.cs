namespace Akka.Flink.Functions;

/// <summary>Makes one record of each pair that a window join finds.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Flink.</b> <c>JoinFunction</c>.</para></remarks>
public interface IJoinFunction<in TFirst, in TSecond, out TOut> : IFunction
{
    /// <summary>Makes a record of a pair.</summary>
    /// <param name="first">The record of the first stream. Both may be given again with others, so neither may be changed.</param>
    /// <param name="second">The record of the second stream.</param>
    /// <returns>The record that goes out.</returns>
    TOut Join(TFirst first, TSecond second);
}
