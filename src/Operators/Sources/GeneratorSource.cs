namespace Akka.Flink.Sources;

using Akka.Flink.State;

/// <summary>Makes records from their numbers, in order within each subtask.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para><b>State.</b> The next number of each subtask: after a restore the same records follow, if they depend on their numbers
/// alone.</para>
/// <para><b>Flink.</b> <c>DataGeneratorSource</c>.</para>
/// </remarks>
public sealed class GeneratorSource<T> : ISource<T, RangeSplit, RangeSplit[]>
{
    private readonly long _count;
    private readonly GenerateBatch<T> _generate;

    /// <summary>Makes records one at a time.</summary>
    /// <param name="count">How many; not negative.</param>
    /// <param name="generate">Makes the record of a number, from 0.</param>
    public GeneratorSource(long count, Func<long, T> generate)
        : this(count, OneByOne(generate))
    {
    }

    /// <summary>Makes records many at a time.</summary>
    /// <param name="count">How many; not negative.</param>
    /// <param name="generate">Makes the records of a range of numbers, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public GeneratorSource(long count, GenerateBatch<T> generate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(generate);

        _count = count;
        _generate = generate;
    }

    /// <inheritdoc/>
    public Boundedness Boundedness => Boundedness.Bounded;

    /// <inheritdoc/>
    public ITypeSerializer<RangeSplit> SplitSerializer => TypeSerializers.For<RangeSplit>();

    /// <inheritdoc/>
    public ITypeSerializer<RangeSplit[]> EnumeratorStateSerializer => TypeSerializers.For<RangeSplit[]>();

    /// <inheritdoc/>
    public ISplitEnumerator<RangeSplit, RangeSplit[]> CreateEnumerator(ISplitEnumeratorContext<RangeSplit> context) =>
        new RangeEnumerator(context, null, _count);

    /// <inheritdoc/>
    public ISplitEnumerator<RangeSplit, RangeSplit[]> RestoreEnumerator(ISplitEnumeratorContext<RangeSplit> context, RangeSplit[] state) =>
        new RangeEnumerator(context, state, _count);

    /// <inheritdoc/>
    public ISourceReader<T, RangeSplit> CreateReader(ISourceReaderContext context) => new RangeReader<T>(context, _generate);

    private static GenerateBatch<T> OneByOne(Func<long, T> generate)
    {
        ArgumentNullException.ThrowIfNull(generate);
        return (first, count, batch) =>
        {
            for (var i = 0; i < count; i++)
                batch.Add(generate(first + i));
        };
    }
}
