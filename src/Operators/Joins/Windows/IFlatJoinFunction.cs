namespace Akka.Flink.Functions;

/// <summary>Makes none, one or many records of each pair that a window join finds.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Flink.</b> <c>FlatJoinFunction</c>.</para></remarks>
public interface IFlatJoinFunction<in TFirst, in TSecond, out TOut> : IFunction
{
    /// <summary>Makes records of a pair.</summary>
    /// <param name="first">The record of the first stream. Both may be given again with others, so neither may be changed.</param>
    /// <param name="second">The record of the second stream.</param>
    /// <param name="output">Takes what goes out.</param>
    void Join(TFirst first, TSecond second, ICollector<TOut> output);
}
