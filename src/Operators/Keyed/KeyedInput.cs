namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.State;

/// <summary>The keys, hashes and slots of the batch that an input of a keyed operator is working on.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <param name="scope">The operator's keys.</param>
/// <param name="selector">Gives a record's key.</param>
/// <param name="loop">Processes records.</param>
internal sealed class KeyedInput<T, TKey, TCodec>(KeyScope<TKey, TCodec> scope, Func<T, TKey> selector, RecordLoop<T> loop)
    where TCodec : struct, IKeyCodec<TKey>
{
    private TKey[] _keys = new TKey[RecordBatch<T>.Capacity];
    private uint[] _hashes = new uint[RecordBatch<T>.Capacity];
    private int[] _slots = new int[RecordBatch<T>.Capacity];
    private bool _isResolved;

    /// <summary>The keys of the current batch, by the records' positions.</summary>
    public ReadOnlySpan<TKey> Keys => _keys;

    /// <summary>The hashes of the current batch, by the records' positions.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes;

    /// <summary>The slots of the current batch, by the records' positions; valid after <see cref="Resolve"/>.</summary>
    public ReadOnlySpan<int> Slots => _slots;

    /// <summary>Processes records.</summary>
    public RecordLoop<T> Loop { get; } = loop;

    /// <summary>Finds keys and hashes of a batch, unless it is already in work.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="from">The first record.</param>
    /// <param name="withSlots">Whether slots are wanted, too.</param>
    public void Resolve(RecordBatch<T> batch, int from, bool withSlots)
    {
        if (_isResolved)
            return;

        var count = batch.Count;
        if (_keys.Length < count)
            Grow(count);
        SelectKeys(batch, from);
        if (withSlots)
            scope.Backend.Resolve(_keys.AsSpan(from..count), _hashes.AsSpan(from..count), _slots.AsSpan(from..count));
        _isResolved = true;
    }

    /// <summary>Forgets the batch, which is done.</summary>
    public void Done() => _isResolved = false;

    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that what it calls for each record is inlined into it
    private void SelectKeys(RecordBatch<T> batch, int from)
    {
        var select = selector;
        var codec = scope.Codec;
        var values = batch.Values.AsSpan(0, batch.Count);
        var keys = _keys.AsSpan(0, values.Length);
        var hashes = _hashes.AsSpan(0, values.Length);
        var i = from;
        try
        {
            for (; i < values.Length; i++)
            {
                var key = select(values[i].Value);
                keys[i] = key;
                hashes[i] = codec.Hash(key);
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw scope.Failed(batch.Timestamps[i], cause);
        }
    }

    private void Grow(int count)
    {
        var length = Math.Max(count, _keys.Length * 2);
        _keys = new TKey[length];
        _hashes = new uint[length];
        _slots = new int[length];
    }
}
