namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.State;

/// <summary>Gives each record to the subtask that owns its key's group.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <param name="targets">The subtasks.</param>
/// <param name="selector">Gives a record's key.</param>
/// <param name="codec">The key's codec.</param>
/// <param name="target">The next step.</param>
internal sealed class KeySender<T, TKey, TCodec>(IInput<T>[] targets, Func<T, TKey> selector, TCodec codec, OperatorNode target)
    : SplitSender<T>(targets)
    where TCodec : struct, IKeyCodec<TKey>
{
    private uint[] _hashes = new uint[RecordBatch<T>.Capacity];
    private int[] _chosen = new int[RecordBatch<T>.Capacity];

    protected override void Deal(RecordBatch<T> batch, int from)
    {
        var count = batch.Count;
        if (_chosen.Length < count)
        {
            _chosen = new int[Math.Max(count, _chosen.Length * 2)];
            _hashes = new uint[_chosen.Length];
        }

        HashKeys(batch, from);
        KeyGroups.SubtasksOf(_hashes.AsSpan(from..count), _chosen.AsSpan(from..count), Targets.Length, target.MaxParallelism);
        CollectEach(batch, from, _chosen);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that what it calls for each record is inlined into it
    private void HashKeys(RecordBatch<T> batch, int from)
    {
        var select = selector;
        var hasher = codec;
        var values = batch.Values.AsSpan(0, batch.Count);
        var hashes = _hashes.AsSpan(0, values.Length);
        var i = from;
        try
        {
            for (; i < values.Length; i++)
                hashes[i] = hasher.Hash(select(values[i].Value));
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.KeySelectorFailed(target.Name, target.Uid, batch.Timestamps[i], cause);
        }
    }
}
