namespace Akka.Flink.Operators;

/// <summary>The watermarks of a source: one generator for each split, the smallest of those that are not idle goes on.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <remarks><para><b>Flink.</b> <c>ProgressiveTimestampsAndWatermarks</c>, <c>WatermarkOutputMultiplexer</c>.</para></remarks>
/// <param name="strategy">The strategy.</param>
/// <param name="clock">The clock.</param>
/// <param name="emitter">Takes the watermark of all.</param>
internal sealed class SourceWatermarks<T>(WatermarkStrategy<T> strategy, IProcessingTimeService clock, WatermarkEmitter emitter)
{
    private readonly Dictionary<string, Split> _splits = [];
    private readonly CombinedWatermark _combined = new(0);
    private readonly PausableClock _clock = new(clock);
    private readonly IdlenessDetector? _withoutSplits = strategy.IdleTimeout is { } timeout
        ? new IdlenessDetector((long)timeout.TotalMilliseconds, clock)
        : null;
    private GeneratedWatermarks<T>? _main;
    private string? _lastId;
    private GeneratedWatermarks<T>? _last;

    /// <summary>The generator of a split.</summary>
    /// <param name="splitId">The split; null where the source does not tell.</param>
    public GeneratedWatermarks<T> Of(string? splitId)
    {
        if (splitId is null)
            return _main ??= new GeneratedWatermarks<T>(strategy, _clock, emitter);
        if (_last is not null && ReferenceEquals(splitId, _lastId))
            return _last;

        _lastId = splitId;
        return _last = Add(splitId).Generated;
    }

    /// <summary>Begins to wait for the watermark of a split.</summary>
    /// <param name="splitId">The split.</param>
    public void AddSplit(string splitId) => Add(splitId);

    /// <summary>Stops to wait for the watermark of a split.</summary>
    /// <param name="splitId">The split.</param>
    public void Release(string splitId)
    {
        if (!_splits.Remove(splitId, out var split))
            return;

        _last = null;
        split.IsReleased = true;
        if (_combined.Remove(split.Index))
            Emit();
        if (_combined.IsIdle)
            MarkIdle();
    }

    /// <summary>Called at each period.</summary>
    public void OnPeriod()
    {
        _main?.OnPeriod();
        foreach (var split in _splits.Values)
            split.Generated.OnPeriod();
        CheckWhetherThereIsNothingToRead();
    }

    /// <summary>Called when the source is held back, from downstream or for others to catch up.</summary>
    public void OnHeldBack() => _clock.Pause();

    /// <summary>Called when it is not any more.</summary>
    public void OnReleased() => _clock.GoOn();

    /// <summary>Finds the splits that are to wait from now on because they are ahead, and those that are not to wait any longer.</summary>
    /// <param name="maxWatermarkMs">How far a watermark may go.</param>
    /// <param name="toPause">Receives the former.</param>
    /// <param name="toResume">Receives the latter.</param>
    public void Align(long maxWatermarkMs, List<string> toPause, List<string> toResume)
    {
        foreach (var (id, split) in _splits)
        {
            var isAhead = split.WatermarkMs > maxWatermarkMs;
            if (isAhead == split.IsPaused)
                continue;

            split.IsPaused = isAhead;
            if (isAhead)
                split.Generated.OnHeldBack();
            else
                split.Generated.OnReleased();
            (isAhead ? toPause : toResume).Add(id);
        }
    }

    // A reader that has no split, such as the second one of a single file, is idle as a split without records is.
    private void CheckWhetherThereIsNothingToRead()
    {
        if (_withoutSplits is null)
            return;
        if (_main is not null || _splits.Count > 0)
            _withoutSplits.OnRecords();
        if (_withoutSplits.Check(out var hasTurned) && hasTurned)
            emitter.MarkIdle();
    }

    private Split Add(string splitId)
    {
        if (_splits.TryGetValue(splitId, out var split))
            return split;

        _splits.Add(splitId, split = new Split(this));
        emitter.MarkActive();   // it was idle, perhaps, for want of a split
        return split;
    }

    private sealed class Split : IWatermarkOutput
    {
        private readonly SourceWatermarks<T> _owner;

        public Split(SourceWatermarks<T> owner)
        {
            _owner = owner;
            Index = owner._combined.Add();
            Generated = owner.Generate(this);
        }

        public GeneratedWatermarks<T> Generated { get; }

        public int Index { get; }

        public bool IsReleased { get; set; }

        public bool IsPaused { get; set; }

        public long WatermarkMs { get; private set; } = long.MinValue;

        public void EmitWatermark(long timestampMs)
        {
            WatermarkMs = Math.Max(WatermarkMs, timestampMs);
            if (!IsReleased && _owner._combined.SetWatermark(Index, timestampMs))
                _owner.Emit();
        }

        public void MarkIdle()
        {
            if (IsReleased)
                return;
            if (_owner._combined.SetIdle(Index, idle: true))
                _owner.Emit();
            if (_owner._combined.IsIdle)
                _owner.MarkIdle();
        }

        public void MarkActive()
        {
            if (!IsReleased)
                _owner._combined.SetIdle(Index, idle: false);
        }
    }

    private GeneratedWatermarks<T> Generate(IWatermarkOutput output) => new(strategy, _clock, output);

    private void Emit() => emitter.EmitWatermark(_combined.WatermarkMs);

    private void MarkIdle() => emitter.MarkIdle();
}
