namespace Akka.Flink.Operators;

using System.Diagnostics.CodeAnalysis;

/// <summary>What is on its way through an operator with asynchronous calls, and in which order it comes out.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
internal abstract class AsyncQueue<TIn, TOut>
{
    /// <summary>How many records and watermarks there are.</summary>
    public int Count { get; private protected set; }

    /// <summary>Whether the next one may come out.</summary>
    public abstract bool HasDone { get; }

    /// <summary>All of them, in the order in which they are asked about again after a restore.</summary>
    public abstract IEnumerable<AsyncEntry<TIn, TOut>> Entries { get; }

    /// <summary>A queue.</summary>
    /// <param name="mode">In which order results come out.</param>
    public static AsyncQueue<TIn, TOut> Of(AsyncMode mode) =>
        mode == AsyncMode.Ordered ? new OrderedAsyncQueue<TIn, TOut>() : new UnorderedAsyncQueue<TIn, TOut>();

    /// <summary>Adds a record or a watermark.</summary>
    /// <param name="entry">It.</param>
    public abstract void Add(AsyncEntry<TIn, TOut> entry);

    /// <summary>Called when a record has its results.</summary>
    /// <param name="entry">The record.</param>
    public abstract void OnDone(AsyncEntry<TIn, TOut> entry);

    /// <summary>Takes out the next one, if it may come out.</summary>
    /// <param name="entry">It; null if there is none.</param>
    /// <returns>Whether there is one.</returns>
    public abstract bool TryTake([NotNullWhen(true)] out AsyncEntry<TIn, TOut>? entry);
}
