namespace Akka.Flink;

/// <summary>A number that a function counts up, shown among the operator's metrics.</summary>
/// <remarks><para><b>Threads.</b> The function's only; observers may read <see cref="Count"/> at any time.</para><para><b>Flink.</b>
/// <c>Counter</c>.</para></remarks>
public sealed class Counter
{
    /// <summary>The number.</summary>
    public long Count { get; private set; }

    /// <summary>Adds one.</summary>
    public void Inc() => Count++;

    /// <summary>Adds a number.</summary>
    /// <param name="number">The number.</param>
    public void Inc(long number) => Count += number;
}
