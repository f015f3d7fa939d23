namespace Akka.Flink.Operators;

using System.Buffers.Binary;
using Akka.Flink.Sinks;

/// <summary>Hands records to a writer, keeps what it prepared with the checkpoint, and commits that when the checkpoint is
/// complete.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TCommittable">What is committed.</typeparam>
/// <typeparam name="TWriterState">What a writer remembers.</typeparam>
/// <remarks>An element of its state is a byte (0 what a writer remembers, 1 what is prepared), the number of the checkpoint that it is part
/// of, and the value. Where every subtask is to be given what all have prepared, that is in a union list instead.</remarks>
internal sealed class CommittingSinkOperator<T, TCommittable, TWriterState>(
    OperatorContext context, ICommittingSink<T, TCommittable, TWriterState> sink)
    : SinkOperator<T>(context)
{
    private readonly List<TWriterState> _restoredStates = [];
    private readonly List<TCommittable> _restoredCommittables = [];
    private readonly List<(long CheckpointId, Task<IReadOnlyList<TCommittable>> Values)> _prepared = [];
    private readonly List<Task<IReadOnlyList<TCommittable>>> _late = [];   // what the last snapshot lacks
    private ICommitter<TCommittable>? _committer;
    private ICommittingSinkWriter<T, TCommittable, TWriterState> _writer = null!;
    private long? _restoredCheckpointId;

    public override void Open()
    {
        var sinkContext = new SinkContext(Context, _restoredCheckpointId);
        _committer = sink.CreateCommitter(sinkContext);
        if (sink.SharesCommittables)
            TakeShared();
        if (_restoredCommittables.Count > 0)
            Commit(_restoredCommittables);
        _writer = sink.CreateWriter(sinkContext, _restoredStates);
        Writer = _writer;
    }

    public override bool EndInput()
    {
        base.EndInput();
        Prepare(long.MaxValue);
        return true;
    }

    public override IReadOnlyList<ReadOnlyMemory<byte>> SnapshotElements(long checkpointId)
    {
        Prepare(checkpointId);
        SettleWhatWasPreparedAtTheEnd(checkpointId);
        var elements = new List<ReadOnlyMemory<byte>>();
        foreach (var state in AskWriter(() => _writer.SnapshotState(checkpointId)))
            elements.Add(SinkElements.ToBytes(SinkElements.WriterState, checkpointId, state, sink.WriterStateSerializer));
        _late.Clear();
        foreach (var (_, values) in _prepared)
        {
            if (values.IsCompletedSuccessfully && !sink.SharesCommittables)
                Add(elements, checkpointId, values.Result);
            else
                _late.Add(values);
        }

        return elements;
    }

    internal override Task<SnapshotRest>? RestOfSnapshot(long checkpointId)
    {
        if (_late.Count == 0)
            return null;

        return CompleteAsync(checkpointId, [.. _late]);
    }

    public override void RestoreElements(IReadOnlyList<ReadOnlyMemory<byte>> elements)
    {
        foreach (var element in elements)
        {
            var bytes = element.Span;
            _restoredCheckpointId = Math.Max(_restoredCheckpointId ?? 0, BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]));
            var isState = bytes[0] == SinkElements.WriterState;
            bytes = bytes[SinkElements.HeaderBytes..];
            if (isState)
                _restoredStates.Add(sink.WriterStateSerializer.Read(ref bytes));
            else
                _restoredCommittables.Add(sink.CommittableSerializer.Read(ref bytes));
        }
    }

    public override void NotifyCheckpointComplete(long checkpointId)
    {
        var due = new List<TCommittable>();
        foreach (var (id, values) in _prepared)
        {
            if (id <= checkpointId)
                due.AddRange(AskWriter(() => values.GetAwaiter().GetResult()));   // ended before the checkpoint was complete
        }

        if (due.Count > 0)
            Commit(due);
        _prepared.RemoveAll(each => each.CheckpointId <= checkpointId);
    }

    public override void Close()
    {
        base.Close();
        _committer?.Close();
    }

    private async Task<SnapshotRest> CompleteAsync(long checkpointId, List<Task<IReadOnlyList<TCommittable>>> pending)
    {
        var elements = new List<ReadOnlyMemory<byte>>();
        foreach (var values in pending)
        {
            try
            {
                Add(elements, checkpointId, await values.ConfigureAwait(false));
            }
            catch (Exception cause) when (cause is not FlinkException)
            {
                throw OperatorErrors.SinkFailed(Context, cause);
            }
        }

        return sink.SharesCommittables
            ? new SnapshotRest([], SinkElements.ToUnion(Context, checkpointId, elements))
            : new SnapshotRest(elements, []);
    }

    private void Add(List<ReadOnlyMemory<byte>> elements, long checkpointId, IReadOnlyList<TCommittable> committables)
    {
        foreach (var committable in committables)
            elements.Add(SinkElements.ToBytes(SinkElements.Committable, checkpointId, committable, sink.CommittableSerializer));
    }

    private void TakeShared()
    {
        var elements = new List<ReadOnlyMemory<byte>>();
        var shared = Context.States.Store.GetUnionListState(SinkElements.Shared);
        foreach (var element in shared)
            elements.Add(element);
        shared.Clear();   // what is prepared comes with each snapshot anew
        RestoreElements(elements);
    }

    // What was prepared at the end of the input waits for no checkpoint in particular: the first one afterwards holds it.
    private void SettleWhatWasPreparedAtTheEnd(long checkpointId)
    {
        for (var i = 0; i < _prepared.Count; i++)
        {
            if (_prepared[i].CheckpointId == long.MaxValue)
                _prepared[i] = (checkpointId, _prepared[i].Values);
        }
    }

    private void Commit(List<TCommittable> committables)
    {
        try
        {
            _committer!.Commit(committables);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.CommitFailed(Context, committables.Count, cause);
        }
    }

    private void Prepare(long checkpointId)
    {
        var prepared = AskWriter(() => _writer.PrepareCommitAsync(checkpointId));
        if (!prepared.IsCompletedSuccessfully || prepared.Result.Count > 0)
            _prepared.Add((checkpointId, prepared));
    }

    private TAnswer AskWriter<TAnswer>(Func<TAnswer> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.SinkFailed(Context, cause);
        }
    }
}
