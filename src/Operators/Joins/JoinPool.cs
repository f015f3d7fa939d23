namespace Akka.Flink.Operators;

/// <summary>Buffers of keys that have left, used again.</summary>
/// <typeparam name="TLeft">The type of the left stream.</typeparam>
/// <typeparam name="TRight">The type of the right stream.</typeparam>
/// <remarks>Owned by one operator.</remarks>
internal sealed class JoinPool<TLeft, TRight>
{
    private const int MaxKept = 256 * 1024;

    private readonly Stack<JoinPair<TLeft, TRight>> _spare = new();

    /// <summary>Empty buffers.</summary>
    public JoinPair<TLeft, TRight> Rent() =>
        _spare.TryPop(out var pair) ? pair : new JoinPair<TLeft, TRight> { Left = new JoinBuffer<TLeft>(), Right = new JoinBuffer<TRight>() };

    /// <summary>Takes buffers back, which nobody may use any more.</summary>
    /// <param name="pair">The buffers.</param>
    public void Return(JoinPair<TLeft, TRight> pair)
    {
        if (_spare.Count >= MaxKept)
            return;

        pair.Left.Clear();
        pair.Right.Clear();
        _spare.Push(pair);
    }
}
