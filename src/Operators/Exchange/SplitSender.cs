namespace Akka.Flink.Operators;

/// <summary>The sending end of an edge to several subtasks: records are dealt out to them, what is not a record goes to all.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal abstract class SplitSender<T> : IInput<T>
{
    private readonly OutputGroup _group = new();
    private readonly BatchPartition _partition;

    protected SplitSender(IInput<T>[] targets)
    {
        _partition = new BatchPartition(targets.Length);
        Targets = Array.ConvertAll(targets, target => new Output<T>(target));
        foreach (var target in Targets)
            _group.Add(target);
    }

    /// <summary>The outputs, by subtask.</summary>
    protected Output<T>[] Targets { get; }

    public int Process(RecordBatch<T> batch, int from)
    {
        if (!_group.IsWritable)
            return from;

        Deal(batch, from);
        _group.Flush();
        return batch.Count;
    }

    public bool ProcessWatermark(long watermarkMs) => _group.EmitWatermark(watermarkMs);

    public bool ProcessStatus(bool idle) => _group.EmitStatus(idle);

    public bool EndInput() => _group.EmitEnd();

    public bool Resume() => _group.Resume();

    /// <summary>Gives each record to the target that was chosen for it.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="from">The first one.</param>
    /// <param name="chosen">The targets, by the records' positions.</param>
    protected void CollectEach(RecordBatch<T> batch, int from, int[] chosen)
    {
        _partition.Deal(chosen.AsSpan(0, batch.Count), from);
        for (var i = 0; i < Targets.Length; i++)
            Targets[i].CollectFrom(batch, _partition.PositionsOf(i));
    }

    /// <summary>Gives each record to a target.</summary>
    protected abstract void Deal(RecordBatch<T> batch, int from);
}
