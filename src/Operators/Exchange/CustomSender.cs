namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>Gives each record to the subtask that a partitioner of the program chooses.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TKey">What the partitioner looks at.</typeparam>
/// <param name="targets">The subtasks.</param>
/// <param name="partitioner">The partitioner.</param>
/// <param name="selector">Gives what it looks at of a record.</param>
/// <param name="target">The next step.</param>
internal sealed class CustomSender<T, TKey>(
    IInput<T>[] targets, IPartitioner<TKey> partitioner, Func<T, TKey> selector, OperatorNode target)
    : SplitSender<T>(targets)
{
    private int[] _chosen = new int[RecordBatch<T>.Capacity];

    protected override void Deal(RecordBatch<T> batch, int from)
    {
        if (_chosen.Length < batch.Count)
            _chosen = new int[Math.Max(batch.Count, _chosen.Length * 2)];
        ChooseTargets(batch, from);
        CollectEach(batch, from, _chosen);
    }

    private void ChooseTargets(RecordBatch<T> batch, int from)
    {
        var i = from;
        try
        {
            for (; i < batch.Count; i++)
                _chosen[i] = partitioner.Partition(selector(batch.Values[i].Value), Targets.Length);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.PartitionerFailed(target.Name, target.Uid, batch.Timestamps[i], cause);
        }

        foreach (var chosen in _chosen.AsSpan(from..batch.Count))
        {
            if ((uint)chosen >= (uint)Targets.Length)
                throw OperatorErrors.PartitionOutOfRange(target.Name, target.Uid, chosen, Targets.Length);
        }
    }
}
