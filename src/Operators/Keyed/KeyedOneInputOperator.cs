namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>An operator with one keyed input: it resolves the keys of a batch ahead, fires timers, and wraps what a function
/// throws.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>A derived operator works on a whole batch in <see cref="ProcessRecords"/>: one virtual call a batch. Timers come one by one,
/// with the current key and <see cref="Output{T}.CurrentTimestamp"/> set.</remarks>
internal abstract class KeyedOneInputOperator<TKey, TCodec, TIn, TOut> : OneInputOperator<TIn, TOut>, IKeyedOperator
    where TCodec : struct, IKeyCodec<TKey>
{
    private readonly KeyedInput<TIn, TKey, TCodec> _input;

    /// <summary>A keyed operator.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    /// <param name="codec">The key's codec.</param>
    /// <param name="selector">Gives a record's key.</param>
    protected KeyedOneInputOperator(OperatorContext context, Output<TOut> output, TCodec codec, Func<TIn, TKey> selector)
        : base(context, output)
    {
        Scope = new KeyScope<TKey, TCodec>(context, codec, this);
        _input = new KeyedInput<TIn, TKey, TCodec>(Scope, selector, ProcessRecords);
    }

    /// <inheritdoc/>
    public sealed override KeyedStateBackend KeyedState => Scope.Backend;

    /// <summary>The states and timers.</summary>
    protected KeyScope<TKey, TCodec> Scope { get; }

    /// <summary>The keys of the batch in work, by the records' positions.</summary>
    protected ReadOnlySpan<TKey> Keys => _input.Keys;

    /// <summary>The hashes of the batch in work, by the records' positions.</summary>
    protected ReadOnlySpan<uint> Hashes => _input.Hashes;

    /// <summary>Whether <see cref="ProcessRecords"/> wants slots. An operator that keeps tables of its own does without.</summary>
    protected virtual bool WantsSlots => true;

    bool IKeyedOperator.IsWritable => IsWritable;

    long IKeyedOperator.CurrentTimestamp
    {
        get => Output.CurrentTimestamp;
        set => Output.CurrentTimestamp = value;
    }

    void IKeyedOperator.OnEventTimer(long timestampMs) => OnEventTimer(timestampMs);

    void IKeyedOperator.OnClockTimer(long timestampMs) => OnClockTimer(timestampMs);

    bool IKeyedOperator.Flush() => Flush();

    /// <inheritdoc/>
    public override void Open() => Scope.Open();

    /// <inheritdoc/>
    public sealed override int Process(RecordBatch<TIn> batch, int from) => Scope.Process(_input, batch, from, WantsSlots);

    /// <summary>Processes records: for each sets the slot and the output's timestamp, calls the function, and stops when the outputs take
    /// no more.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="from">The first one.</param>
    /// <param name="slots">Their slots, by position.</param>
    /// <returns>The first record that was not processed.</returns>
    protected abstract int ProcessRecords(RecordBatch<TIn> batch, int from, ReadOnlySpan<int> slots);

    /// <summary>Called when an event-time timer fires; key and timestamp are set.</summary>
    /// <param name="timestampMs">What it was registered for.</param>
    protected virtual void OnEventTimer(long timestampMs)
    {
    }

    /// <summary>Called when a processing-time timer fires; the key is set, and records that are emitted have no timestamp.</summary>
    /// <param name="timestampMs">What it was registered for.</param>
    protected virtual void OnClockTimer(long timestampMs)
    {
    }

    /// <inheritdoc/>
    protected override bool Advance() => Scope.FireByWatermark(CurrentWatermark);

    /// <inheritdoc/>
    protected override bool FireByClock() => Scope.FireByClock();
}
