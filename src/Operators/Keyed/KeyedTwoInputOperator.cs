namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>An operator with two inputs that are keyed alike: it resolves the keys of a batch ahead, fires timers, and wraps what a
/// function throws.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>A derived operator works on a whole batch in <see cref="ProcessFirstRecords"/> and <see cref="ProcessSecondRecords"/>: one
/// virtual call a batch. Timers come one by one, with the current key and <see cref="Output{T}.CurrentTimestamp"/> set.</remarks>
internal abstract class KeyedTwoInputOperator<TKey, TCodec, TFirst, TSecond, TOut> : TwoInputOperator<TFirst, TSecond, TOut>, IKeyedOperator
    where TCodec : struct, IKeyCodec<TKey>
{
    private readonly KeyedInput<TFirst, TKey, TCodec> _first;
    private readonly KeyedInput<TSecond, TKey, TCodec> _second;

    /// <summary>A keyed operator.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    /// <param name="codec">The key's codec.</param>
    /// <param name="first">Gives the key of a record of the first input.</param>
    /// <param name="second">Gives the key of a record of the second input.</param>
    protected KeyedTwoInputOperator(
        OperatorContext context, Output<TOut> output, TCodec codec, Func<TFirst, TKey> first, Func<TSecond, TKey> second)
        : base(context, output)
    {
        Scope = new KeyScope<TKey, TCodec>(context, codec, this);
        _first = new KeyedInput<TFirst, TKey, TCodec>(Scope, first, ProcessFirstRecords);
        _second = new KeyedInput<TSecond, TKey, TCodec>(Scope, second, ProcessSecondRecords);
    }

    /// <inheritdoc/>
    public sealed override KeyedStateBackend KeyedState => Scope.Backend;

    /// <summary>The states and timers.</summary>
    protected KeyScope<TKey, TCodec> Scope { get; }

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

    /// <summary>Processes records of the first input: for each sets the slot and the output's timestamp, calls the function, and stops when
    /// the outputs take no more.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="from">The first one.</param>
    /// <param name="slots">Their slots, by position.</param>
    /// <returns>The first record that was not processed.</returns>
    protected abstract int ProcessFirstRecords(RecordBatch<TFirst> batch, int from, ReadOnlySpan<int> slots);

    /// <summary>Processes records of the second input: for each sets the slot and the output's timestamp, calls the function, and stops
    /// when the outputs take no more.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="from">The first one.</param>
    /// <param name="slots">Their slots, by position.</param>
    /// <returns>The first record that was not processed.</returns>
    protected abstract int ProcessSecondRecords(RecordBatch<TSecond> batch, int from, ReadOnlySpan<int> slots);

    /// <inheritdoc/>
    protected sealed override int ProcessFirst(RecordBatch<TFirst> batch, int from) => Scope.Process(_first, batch, from, withSlots: true);

    /// <inheritdoc/>
    protected sealed override int ProcessSecond(RecordBatch<TSecond> batch, int from) =>
        Scope.Process(_second, batch, from, withSlots: true);

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
