namespace Akka.Flink.Operators;

using System.Buffers;
using System.Buffers.Binary;
using Akka.Flink.Sinks;
using Akka.Flink.State;

/// <summary>Hands records to a writer, keeps what it prepared with the checkpoint, and commits that when the checkpoint is
/// complete.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TCommittable">What is committed.</typeparam>
/// <typeparam name="TWriterState">What a writer remembers.</typeparam>
/// <remarks>An element of its state is a byte (0 what a writer remembers, 1 what is prepared), the number of the checkpoint that it is part
/// of, and the value.</remarks>
internal sealed class CommittingSinkOperator<T, TCommittable, TWriterState>(
    OperatorContext context, ICommittingSink<T, TCommittable, TWriterState> sink)
    : SinkOperator<T>(context)
{
    private const byte WriterStateElement = 0;
    private const byte CommittableElement = 1;

    private readonly List<TWriterState> _restoredStates = [];
    private readonly List<TCommittable> _restoredCommittables = [];
    private readonly List<(long CheckpointId, TCommittable Value)> _prepared = [];
    private ICommitter<TCommittable>? _committer;
    private ICommittingSinkWriter<T, TCommittable, TWriterState> _writer = null!;
    private long? _restoredCheckpointId;

    public override void Open()
    {
        var sinkContext = new SinkContext(Context, _restoredCheckpointId);
        _committer = sink.CreateCommitter(sinkContext);
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
            elements.Add(ToBytes(WriterStateElement, checkpointId, state, sink.WriterStateSerializer));
        foreach (var (_, committable) in _prepared)
            elements.Add(ToBytes(CommittableElement, checkpointId, committable, sink.CommittableSerializer));
        return elements;
    }

    public override void RestoreElements(IReadOnlyList<ReadOnlyMemory<byte>> elements)
    {
        foreach (var element in elements)
        {
            var bytes = element.Span;
            _restoredCheckpointId = Math.Max(_restoredCheckpointId ?? 0, BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]));
            var isState = bytes[0] == WriterStateElement;
            bytes = bytes[9..];
            if (isState)
                _restoredStates.Add(sink.WriterStateSerializer.Read(ref bytes));
            else
                _restoredCommittables.Add(sink.CommittableSerializer.Read(ref bytes));
        }
    }

    public override void NotifyCheckpointComplete(long checkpointId)
    {
        var due = _prepared.Where(each => each.CheckpointId <= checkpointId).Select(each => each.Value).ToList();
        if (due.Count == 0)
            return;

        Commit(due);
        _prepared.RemoveAll(each => each.CheckpointId <= checkpointId);
    }

    public override void Close()
    {
        base.Close();
        _committer?.Close();
    }

    // What was prepared at the end of the input waits for no checkpoint in particular: the first one afterwards holds it.
    private void SettleWhatWasPreparedAtTheEnd(long checkpointId)
    {
        for (var i = 0; i < _prepared.Count; i++)
        {
            if (_prepared[i].CheckpointId == long.MaxValue)
                _prepared[i] = (checkpointId, _prepared[i].Value);
        }
    }

    private static ReadOnlyMemory<byte> ToBytes<TValue>(byte kind, long checkpointId, TValue value, ITypeSerializer<TValue> serializer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.GetSpan(9)[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(9)[1..], checkpointId);
        buffer.Advance(9);
        serializer.Write(buffer, value);
        return buffer.WrittenMemory;
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
        foreach (var committable in AskWriter(_writer.PrepareCommit))
            _prepared.Add((checkpointId, committable));
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
