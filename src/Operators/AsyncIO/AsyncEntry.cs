namespace Akka.Flink.Operators;

/// <summary>A record or a watermark on its way through an operator with asynchronous calls.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <remarks>Owned by the operator; other threads see what an <see cref="AsyncCall{TIn, TOut}"/> carries.</remarks>
internal sealed class AsyncEntry<TIn, TOut>
{
    /// <summary>The record; not valid for a watermark.</summary>
    public TIn Value = default!;

    /// <summary>Whether it is a watermark.</summary>
    public bool IsWatermark;

    /// <summary>The record's timestamp, or the watermark.</summary>
    public long TimeMs;

    /// <summary>The results; null until they are final.</summary>
    public IReadOnlyCollection<TOut>? Results;

    /// <summary>How many calls were made.</summary>
    public int Attempts;

    /// <summary>Whether the next attempt waits for its time.</summary>
    public bool IsWaitingForRetry;

    /// <summary>Ends its call; null where it has no time-out.</summary>
    public CancellationTokenSource? Cancellation;

    /// <summary>The segment of an unordered queue that it is in.</summary>
    public AsyncSegment<TIn, TOut>? Segment;

    /// <summary>Its place among those of its segment that are not done.</summary>
    public LinkedListNode<AsyncEntry<TIn, TOut>>? Node;

    /// <summary>Whether it may come out.</summary>
    public bool IsDone => IsWatermark || Results is not null;
}
