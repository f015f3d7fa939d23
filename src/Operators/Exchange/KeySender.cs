namespace Akka.Flink.Operators;

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
    private readonly int _maxParallelism = target.MaxParallelism;
    private int _position;

    protected override void Deal(RecordBatch<T> batch, int from)
    {
        try
        {
            DealAll(batch, from);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.KeySelectorFailed(target.Name, target.Uid, batch.Timestamps[_position], cause);
        }
    }

    private void DealAll(RecordBatch<T> batch, int from)
    {
        var hasher = codec;
        var maxParallelism = _maxParallelism;
        for (var i = from; i < batch.Count; i++)
        {
            _position = i;
            var value = batch.Values[i].Value;
            var keyGroup = KeyGroups.Of(hasher.Hash(selector(value)), maxParallelism);
            Targets[KeyGroups.SubtaskOf(keyGroup, Targets.Length, maxParallelism)].Collect(value, batch.Timestamps[i]);
        }
    }
}
