namespace Akka.Flink.Operators;

using System.Numerics;
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
    private readonly int _keyGroups = target.MaxParallelism;
    private readonly int[] _subtasks = SubtasksOf(targets.Length, target.MaxParallelism);
    private int[] _chosen = new int[RecordBatch<T>.Capacity];

    protected override void Deal(RecordBatch<T> batch, int from)
    {
        if (_chosen.Length < batch.Count)
            _chosen = new int[Math.Max(batch.Count, _chosen.Length * 2)];
        ChooseTargets(batch, from);
        CollectEach(batch, from, _chosen);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that what it calls for each record is inlined into it
    private void ChooseTargets(RecordBatch<T> batch, int from)
    {
        var select = selector;
        var hasher = codec;
        var subtasks = _subtasks;
        var keyGroups = _keyGroups;
        var isPowerOfTwo = BitOperations.IsPow2(keyGroups);
        var values = batch.Values.AsSpan(0, batch.Count);
        var chosen = _chosen.AsSpan(0, values.Length);
        var i = from;
        try
        {
            for (; i < values.Length; i++)
            {
                var code = KeyGroups.Murmur(hasher.Hash(select(values[i].Value)));
                chosen[i] = subtasks[isPowerOfTwo ? code & (keyGroups - 1) : code % keyGroups];
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.KeySelectorFailed(target.Name, target.Uid, batch.Timestamps[i], cause);
        }
    }

    private static int[] SubtasksOf(int parallelism, int keyGroups)
    {
        var subtasks = new int[keyGroups];
        for (var keyGroup = 0; keyGroup < keyGroups; keyGroup++)
            subtasks[keyGroup] = KeyGroups.SubtaskOf(keyGroup, parallelism, keyGroups);
        return subtasks;
    }
}
