namespace Akka.Flink.Operators;

/// <summary>What lies between two watermarks in an unordered queue, or a watermark alone.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
internal sealed class AsyncSegment<TIn, TOut>
{
    /// <summary>Those that are done, in the order in which they were.</summary>
    public Queue<AsyncEntry<TIn, TOut>> Done { get; } = new();

    /// <summary>The others, in the order in which they came.</summary>
    public LinkedList<AsyncEntry<TIn, TOut>> Open { get; } = new();

    /// <summary>Whether nothing is left.</summary>
    public bool IsEmpty => Done.Count == 0 && Open.Count == 0;
}
