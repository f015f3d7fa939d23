namespace Akka.Flink.Connectors.DataGen;

using Akka.Flink.Sources;

/// <summary>Makes records out of their numbers, for demonstrations, load tests and tests.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para><b>Output.</b> The numbers are divided into as many ranges as there are subtasks; within each they rise by one. Without a count
/// the ranges are endless: the first begins at 0, the others far away.</para>
/// <para><b>State.</b> The next number of each range: after a restore the same records follow, if they depend on their numbers
/// alone.</para>
/// <para><b>Flink.</b> <c>DataGeneratorSource</c>.</para>
/// </remarks>
public sealed class DataGeneratorSource<T> : ISource<T>
{
    private readonly ISource<T> _inner;

    /// <summary>A source of generated records.</summary>
    /// <param name="generate">Makes the record of a number, from 0. Called by all subtasks, at the same time.</param>
    /// <param name="count">How many records; not negative. Null for no end.</param>
    /// <param name="ratePerSecond">How many records a second of all subtasks together; more than zero. Null for as many as there
    /// can be.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its bounds.</exception>
    public DataGeneratorSource(Func<long, T> generate, long? count = null, double? ratePerSecond = null)
    {
        ArgumentNullException.ThrowIfNull(generate);

        ISource<T> numbers = new GeneratorSource<T>(count ?? long.MaxValue, generate);
        _inner = ratePerSecond is { } rate ? numbers.WithRate(rate) : numbers;
        Boundedness = count is null ? Boundedness.ContinuousUnbounded : Boundedness.Bounded;
    }

    /// <inheritdoc/>
    public Boundedness Boundedness { get; }

    /// <inheritdoc/>
    public TResult Accept<TResult>(ISourceVisitor<T, TResult> visitor) => _inner.Accept(visitor);
}
