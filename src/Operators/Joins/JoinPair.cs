namespace Akka.Flink.Operators;

/// <summary>What an interval join keeps for a key: a buffer for each side, and how long there is anything in them.</summary>
/// <typeparam name="TLeft">The type of the left stream.</typeparam>
/// <typeparam name="TRight">The type of the right stream.</typeparam>
internal struct JoinPair<TLeft, TRight>
{
    /// <summary>The left records.</summary>
    public JoinBuffer<TLeft> Left;

    /// <summary>The right records.</summary>
    public JoinBuffer<TRight> Right;

    /// <summary>The last timestamp that a record here meets.</summary>
    public long LastMs;
}
