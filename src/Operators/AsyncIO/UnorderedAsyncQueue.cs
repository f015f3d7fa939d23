namespace Akka.Flink.Operators;

using System.Diagnostics.CodeAnalysis;

/// <summary>Results come out as they come, but never past a watermark.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <remarks>Segments, of records and of a watermark in turn: only the first one lets anything out.<para><b>Flink.</b>
/// <c>UnorderedStreamElementQueue</c>.</para></remarks>
internal sealed class UnorderedAsyncQueue<TIn, TOut> : AsyncQueue<TIn, TOut>
{
    private readonly Queue<AsyncSegment<TIn, TOut>> _segments = new();
    private AsyncSegment<TIn, TOut>? _last;   // takes records; null behind a watermark

    /// <inheritdoc/>
    public override bool HasDone => _segments.TryPeek(out var first) && first.Done.Count > 0;

    /// <inheritdoc/>
    public override IEnumerable<AsyncEntry<TIn, TOut>> Entries =>
        _segments.SelectMany(segment => segment.Done.Concat(segment.Open));

    /// <inheritdoc/>
    public override void Add(AsyncEntry<TIn, TOut> entry)
    {
        Count++;
        if (entry.IsWatermark)
        {
            var own = new AsyncSegment<TIn, TOut>();
            own.Done.Enqueue(entry);
            _segments.Enqueue(own);
            _last = null;
            return;
        }

        if (_last is null)
            _segments.Enqueue(_last = new AsyncSegment<TIn, TOut>());
        entry.Segment = _last;
        entry.Node = _last.Open.AddLast(entry);
    }

    /// <inheritdoc/>
    public override void OnDone(AsyncEntry<TIn, TOut> entry)
    {
        entry.Segment!.Open.Remove(entry.Node!);
        entry.Segment.Done.Enqueue(entry);
    }

    /// <inheritdoc/>
    public override bool TryTake([NotNullWhen(true)] out AsyncEntry<TIn, TOut>? entry)
    {
        entry = null;
        if (!HasDone)
            return false;

        var first = _segments.Peek();
        entry = first.Done.Dequeue();
        Count--;
        if (!first.IsEmpty)
            return true;

        _segments.Dequeue();
        if (first == _last)
            _last = null;
        return true;
    }
}
