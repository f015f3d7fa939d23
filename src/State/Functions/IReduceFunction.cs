namespace Akka.Flink;

/// <summary>Combines two elements into one of the same type. Associative; called with the earlier one first.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <remarks><para><b>Flink.</b> <c>ReduceFunction</c>.</para></remarks>
public interface IReduceFunction<T>
{
    /// <summary>Combines two elements.</summary>
    /// <param name="first">What was combined so far.</param>
    /// <param name="second">The next element.</param>
    /// <returns>The combination, which becomes the first of the next call; it may be one of the two.</returns>
    T Reduce(T first, T second);
}
