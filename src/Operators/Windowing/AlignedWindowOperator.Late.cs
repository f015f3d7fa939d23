namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Tables;
using Akka.Flink.Windowing;

/// <content>Records that need more than being added: late ones, and those of windows that have fired.</content>
internal sealed partial class AlignedWindowOperator<T, TKey, TCodec, TAccumulator, TResult, TAggregation, TOut>
{
    private void ProcessOne(T value, long timestampMs, TKey key, uint hash)
    {
        if (timestampMs == RecordBatch<T>.NoTimestamp)
            throw WindowErrors.NoTimestamp(Context, $"{key}");

        var firedMs = _fired.Of(hash);
        if (AddToWindows(value, timestampMs, key, hash, firedMs))
            FireWindows(timestampMs, key, hash, firedMs);
        else if (timestampMs + _latenessMs <= CurrentWatermark)
            PutOutLate(value, timestampMs);
    }

    // Whether the record is in any window that is not late.
    private bool AddToWindows(T value, long timestampMs, TKey key, uint hash, long firedMs)
    {
        var isInWindow = false;
        var isInPane = false;
        for (var start = _layout.LastWindowOf(timestampMs); start > timestampMs - _layout.SizeMs; start -= _layout.SlideMs)
        {
            if (_layout.CleanupOf(start) <= CurrentWatermark)
                continue;

            isInWindow = true;
            if (IsReopened(start, firedMs))
                Add(_reopened!.GetOrOpen(start), value, key, hash);
            else
                isInPane = true;
        }

        if (isInPane)
            Add(_panes.GetOrOpen(_layout.PaneOf(timestampMs)), value, key, hash);
        return isInWindow;
    }

    private void FireWindows(long timestampMs, TKey key, uint hash, long firedMs)
    {
        for (var start = _layout.LastWindowOf(timestampMs); start > timestampMs - _layout.SizeMs; start -= _layout.SlideMs)
        {
            if (_layout.CleanupOf(start) <= CurrentWatermark)
                continue;

            var max = _layout.MaxOf(start);
            if (max <= CurrentWatermark)
                FireAgain(key, hash, start, firedMs);
            else if (max <= firedMs)
                _againTimers.Register(Scope.Backend.Resolve(key, hash), start, max);
        }
    }

    private void PutOutLate(T value, long timestampMs)
    {
        if (_lateTag is null)
            Context.Metrics.LateRecordsDropped++;
        else
            Sides.Collect(_lateTag, value, timestampMs);
    }

    // Whether a window had been cleaned up, so that it begins anew. Tumbling ones have left nothing behind.
    private bool IsReopened(long startMs, long firedMs) => _reopened is not null && _layout.IsCleanedUp(startMs, firedMs);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Add(OpenWindow<TKey, TCodec, TAccumulator> pane, T value, TKey key, uint hash)
    {
        ref var accumulator = ref pane.GetOrAdd(key, hash, out var added);
        _aggregation.Add(ref accumulator, added, value);
    }

    // Fires a window of one key.
    private void FireAgain(TKey key, uint hash, long startMs, long firedMs)
    {
        var has = false;
        TAccumulator contents = default!;
        if (IsReopened(startMs, firedMs))
            Gather(_reopened!.Find(startMs), key, hash, ref contents, ref has);
        else
            GatherPanes(key, hash, startMs, ref contents, ref has);
        if (has)
            Emit(key, startMs, contents);
    }

    private void GatherPanes(TKey key, uint hash, long startMs, ref TAccumulator contents, ref bool has)
    {
        for (var i = 0; i < _panes.OpenCount; i++)
        {
            var pane = _panes[i];
            if (pane.StartMs >= startMs + _layout.SizeMs)
                return;
            if (pane.StartMs >= startMs)
                Gather(pane, key, hash, ref contents, ref has);
        }
    }

    private void Gather(OpenWindow<TKey, TCodec, TAccumulator>? pane, TKey key, uint hash, ref TAccumulator contents, ref bool has)
    {
        if (pane is null)
            return;

        ref var accumulator = ref pane.Find(key, hash);
        if (Unsafe.IsNullRef(ref accumulator))
            return;

        contents = has ? _aggregation.Merge(contents, CopyOf(accumulator)) : CopyOf(accumulator);
        has = true;
    }

    // What is merged or emitted may be changed by the function while the pane is still needed.
    private TAccumulator CopyOf(TAccumulator accumulator) => _copier is null ? accumulator : _copier.Copy(accumulator);

    private void Emit(TKey key, long startMs, TAccumulator accumulator) =>
        _emitter.Emit(key, new TimeWindow(startMs, startMs + _layout.SizeMs), _aggregation.ResultOf(accumulator), Output);
}
