namespace Akka.Flink.Functions;

/// <summary>Makes none, one or many records of the records that two streams have in one window of one key.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Flink.</b> <c>CoGroupFunction</c>.</para></remarks>
public interface ICoGroupFunction<in TFirst, in TSecond, out TOut> : IFunction
{
    /// <summary>Called when a window fires, also if one of the two streams has nothing in it.</summary>
    /// <param name="first">The records of the first stream, in the order in which they came; valid during the call.</param>
    /// <param name="second">The records of the second stream, in the order in which they came; valid during the call.</param>
    /// <param name="output">Takes what goes out.</param>
    void CoGroup(IEnumerable<TFirst> first, IEnumerable<TSecond> second, ICollector<TOut> output);
}
