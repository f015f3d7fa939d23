namespace Akka.Flink;

using Akka.Flink.Sources;
using Akka.Flink.Operators;

/// <summary>Sources.</summary>
public sealed partial class StreamExecutionEnvironment
{
    /// <summary>The stream of a source.</summary>
    /// <typeparam name="T">The records' type.</typeparam>
    /// <param name="source">The source.</param>
    /// <param name="strategy">How its records get timestamps and watermarks; made for each split where the source tells them apart.</param>
    /// <param name="name">The source's name.</param>
    /// <returns>The stream.</returns>
    public SingleOutputStreamOperator<T> FromSource<T>(ISource<T> source, WatermarkStrategy<T> strategy, string name)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new SingleOutputStreamOperator<T>(new OperatorNode<T>(this, name, new SourceFactory<T>(source, strategy)));
    }

    /// <summary>The stream of a collection's elements, in order, without timestamps.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="collection">The elements; copied now.</param>
    /// <returns>The stream; its parallelism is 1.</returns>
    public SingleOutputStreamOperator<T> FromCollection<T>(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);

        T[] elements = [.. collection];
        var source = new GeneratorSource<T>(elements.Length, number => elements[number]);
        var factory = new SourceFactory<T>(source, WatermarkStrategy.NoWatermarks<T>());
        return new SingleOutputStreamOperator<T>(new OperatorNode<T>(this, "Collection Source", factory) { FixedParallelismLimit = 1 });
    }

    /// <summary>The stream of some elements, in order, without timestamps.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="elements">The elements.</param>
    /// <returns>The stream; its parallelism is 1.</returns>
    public SingleOutputStreamOperator<T> FromElements<T>(params T[] elements) => FromCollection(elements);

    /// <summary>The stream of a range of numbers, in order within each subtask, without timestamps.</summary>
    /// <param name="from">The first number.</param>
    /// <param name="to">The last number.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is smaller than <paramref name="from"/>, or there are more
    /// numbers than a long holds.</exception>
    public SingleOutputStreamOperator<long> FromSequence(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var count = (Int128)to - from + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, long.MaxValue, nameof(to));
        return FromSource(
            new GeneratorSource<long>((long)count, number => from + number), WatermarkStrategy.NoWatermarks<long>(), "Sequence Source");
    }
}
