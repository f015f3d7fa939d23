namespace Akka.Flink.Operators;

using System.Diagnostics.CodeAnalysis;

/// <summary>Results come out in the order of their records.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <remarks><para><b>Flink.</b> <c>OrderedStreamElementQueue</c>.</para></remarks>
internal sealed class OrderedAsyncQueue<TIn, TOut> : AsyncQueue<TIn, TOut>
{
    private readonly Queue<AsyncEntry<TIn, TOut>> _entries = new();

    /// <inheritdoc/>
    public override bool HasDone => _entries.TryPeek(out var head) && head.IsDone;

    /// <inheritdoc/>
    public override IEnumerable<AsyncEntry<TIn, TOut>> Entries => _entries;

    /// <inheritdoc/>
    public override void Add(AsyncEntry<TIn, TOut> entry)
    {
        _entries.Enqueue(entry);
        Count++;
    }

    /// <inheritdoc/>
    public override void OnDone(AsyncEntry<TIn, TOut> entry)
    {
    }

    /// <inheritdoc/>
    public override bool TryTake([NotNullWhen(true)] out AsyncEntry<TIn, TOut>? entry)
    {
        entry = null;
        if (!HasDone)
            return false;

        entry = _entries.Dequeue();
        Count--;
        return true;
    }
}
