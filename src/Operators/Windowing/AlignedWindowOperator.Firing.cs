namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Tables;

/// <content>Firing, which can stop behind each result and go on.</content>
internal sealed partial class AlignedWindowOperator<T, TKey, TCodec, TAccumulator, TResult, TAggregation, TOut>
{
    private readonly OpenWindow<TKey, TCodec, TAccumulator> _merged;
    private OpenWindow<TKey, TCodec, TAccumulator>? _firing;   // what is being emitted
    private long _firingStartMs;
    private WindowCursor _cursor;
    private long _firedThroughMs = long.MinValue;   // windows up to here are done
    private int _lastMergedCount;
    private TKey _mergingKey = default!;   // for errors

    /// <inheritdoc/>
    protected override bool Advance()
    {
        _recent = _second = null;
        var hasTimers = _againTimers.Count > 0;
        if (hasTimers)
            Scope.Begin();
        while (true)
        {
            if (_firing is null && !FireAgainUntilNext())
                return false;
            if (_firing is null && !TryBegin())
                break;
            if (!EmitAll())
                return false;
        }

        CleanUp(CurrentWatermark);
        _fired.Raise(CurrentWatermark);
        _firedThroughMs = _fired.Min;
        if (hasTimers)
            Scope.End();
        return true;
    }

    // Windows of single keys, up to the time at which the next window fires for all of its keys.
    private bool FireAgainUntilNext()
    {
        while (_againTimers.Count > 0)
        {
            var untilMs = TryNext(out var startMs) ? _layout.MaxOf(startMs) : CurrentWatermark;
            if (!_againTimers.TryPop(untilMs, out _, out var slot, out startMs))
                return true;

            var key = Scope.Backend.KeyAt(slot);
            FireOne(key, Scope.Codec.Hash(key), startMs);
            if (!IsWritable)
                return false;
        }

        return true;
    }

    private bool TryNext(out long startMs)
    {
        for (var i = 0; i < _panes.OpenCount; i++)
        {
            if (_layout.TryFirstAfter(_panes[i].StartMs, _firedThroughMs, out startMs))
                return _layout.MaxOf(startMs) <= CurrentWatermark;
        }

        startMs = 0;
        return false;
    }

    private bool TryBegin()
    {
        if (!TryNext(out var startMs))
            return false;

        OpenWindow<TKey, TCodec, TAccumulator>? only = null;
        var count = 0;
        for (var i = 0; i < _panes.OpenCount && _panes[i].StartMs < startMs + _layout.SizeMs; i++)
        {
            if (_panes[i].StartMs < startMs)
                continue;

            only = _panes[i];
            count++;
        }

        _cursor = default;
        _firingStartMs = startMs;
        _firing = count == 1 ? only : Merge(startMs);
        return true;
    }

    private OpenWindow<TKey, TCodec, TAccumulator> Merge(long startMs)
    {
        _merged.Open(startMs, 0, _lastMergedCount);
        try
        {
            for (var i = 0; i < _panes.OpenCount && _panes[i].StartMs < startMs + _layout.SizeMs; i++)
            {
                if (_panes[i].StartMs >= startMs)
                    MergePane(_panes[i]);
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(_mergingKey, startMs, cause);
        }

        _lastMergedCount = _merged.Count;
        return _merged;
    }

    private void MergePane(OpenWindow<TKey, TCodec, TAccumulator> pane)
    {
        var codec = Scope.Codec;
        var cursor = default(WindowCursor);
        for (ref var entry = ref pane.Next(ref cursor); !Unsafe.IsNullRef(ref entry); entry = ref pane.Next(ref cursor))
        {
            _mergingKey = entry.Key;
            ref var total = ref _merged.GetOrAdd(entry.Key, codec.Hash(entry.Key), out var added);
            total = added ? CopyOf(entry.Accumulator) : _aggregation.Merge(total, CopyOf(entry.Accumulator));
        }
    }

    // Emits until the window is done, or the output takes no more.
    private bool EmitAll()
    {
        var firing = _firing!;
        var max = _layout.MaxOf(_firingStartMs);
        var codec = Scope.Codec;
        for (ref var entry = ref firing.Next(ref _cursor); !Unsafe.IsNullRef(ref entry); entry = ref firing.Next(ref _cursor))
        {
            if (!_fired.IsUniform && _fired.Of(codec.Hash(entry.Key)) >= max)
                continue;

            Emit(entry.Key, ref entry.Accumulator);
            if (!Output.IsWritable)
                return false;
        }

        if (!IsWritable)
            return false;

        if (ReferenceEquals(firing, _merged))
            _merged.Clear();
        _firing = null;
        _firedThroughMs = max;
        if (_latenessMs == 0)
            CleanUp(max);
        return true;
    }

    private void Emit(TKey key, ref TAccumulator accumulator)
    {
        try
        {
            Emit(key, _firingStartMs, _copier is null || (_latenessMs == 0 && _layout.IsTumbling) ? accumulator : CopyOf(accumulator));
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(key, _firingStartMs, cause);
        }
    }

    private void FireOne(TKey key, uint hash, long startMs)
    {
        try
        {
            FireAgain(key, hash, startMs, _fired.Of(hash));
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(key, startMs, cause);
        }
    }

    private void CleanUp(long timeMs)
    {
        while (_panes.OpenCount > 0 && _layout.IsCleanedUp(_layout.LastWindowOf(_panes[0].StartMs), timeMs))
            _panes.Drop(_panes[0]);
        while (_reopened is { OpenCount: > 0 } reopened && _layout.IsCleanedUp(reopened[0].StartMs, timeMs))
            reopened.Drop(reopened[0]);
    }
}
