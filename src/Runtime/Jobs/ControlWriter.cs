namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using System.Text;
using static ControlEvents;

/// <summary>Writes the job manager's events: little-endian, counts and small numbers as variable-length integers, strings as UTF-8 behind
/// their length, a missing value as a zero byte.</summary>
internal sealed class ControlWriter
{
    private readonly MemoryStream _stream = new();
    private readonly BinaryWriter _writer;

    public ControlWriter() => _writer = new BinaryWriter(_stream, Encoding.UTF8);

    /// <summary>What was written.</summary>
    public byte[] ToArray() => _stream.ToArray();

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    public void Write(IControlEvent happened)
    {
        switch (happened)
        {
            case LeadershipTaken taken:
                _writer.Write(taken.Term);
                Write(taken.At);
                break;
            case JobSubmitted submitted:
                Write(submitted.Job);
                _writer.Write(submitted.Name);
                Write(submitted.At);
                WriteOptional(submitted.Program);
                break;
            case JobRescaled rescaled:
                Write(rescaled.Job);
                _writer.Write7BitEncodedInt(rescaled.Parallelism);
                WriteOptional(rescaled.Uid);
                Write(rescaled.At);
                break;
            case AttemptStarted started:
                Write(started);
                break;
            case CheckpointCompleted completed:
                Write(completed.Job);
                Write(completed.Checkpoint);
                Write(completed.At);
                break;
            case CheckpointsReleased released:
                Write(released.Job);
                WriteAll(released.Checkpoints, Write);
                Write(released.At);
                break;
            case JobStatusChanged changed:
                Write(changed.Job);
                _writer.Write((byte)changed.Status);
                WriteOptional(changed.Reason);
                WriteAll(changed.Wrote, _writer.Write);
                Write(changed.At);
                break;
            case LedgerCompacted compacted:
                Write(compacted.Ledger);
                break;
        }
    }

    private void Write(AttemptStarted started)
    {
        Write(started.Job);
        _writer.Write7BitEncodedInt(started.Attempt);
        WriteAll(started.Plan, planned =>
        {
            Write(planned.Subtask);
            _writer.Write(planned.Slot.Node);
            _writer.Write7BitEncodedInt(planned.Slot.Number);
            _writer.Write(planned.HasSource);
        });
        _writer.Write(started.RestoredFrom is not null);
        if (started.RestoredFrom is { } checkpoint)
            Write(checkpoint);
        Write(started.At);
    }

    private void Write(CompletedCheckpoint checkpoint)
    {
        Write(checkpoint.Id);
        _writer.Write((byte)checkpoint.Kind);
        _writer.Write(checkpoint.TriggeredAtMs);
        _writer.Write(checkpoint.DurationMs);
        _writer.Write(checkpoint.WrittenBytes);
        _writer.Write(checkpoint.StateBytes);
        _writer.Write(checkpoint.BaseBytes);
        WriteAll(checkpoint.Subtasks, part =>
        {
            Write(part.Subtask);
            WriteAll(part.Operators, Write);
        });
        WriteAll(checkpoint.Enumerators, part =>
        {
            _writer.Write(part.Uid);
            Write(part.State);
        });
    }

    private void Write(OperatorStateHandle part)
    {
        _writer.Write(part.Uid);
        WriteAll(part.Elements, Write);
        WriteAll(part.States, Write);
        _writer.Write(part.Keyed is not null);
        if (part.Keyed is not { } keyed)
            return;

        _writer.Write7BitEncodedInt(keyed.FirstKeyGroup);
        _writer.Write7BitEncodedInt(keyed.LastKeyGroup);
        WriteAll(keyed.Chunks, range =>
        {
            _writer.Write(range.Segment.Value);
            _writer.Write7BitEncodedInt64(range.First);
            _writer.Write7BitEncodedInt64(range.Last);
        });
        _writer.Write(keyed.Bytes);
    }

    private void Write(Ledger ledger)
    {
        _writer.Write(ledger.Term);
        WriteAll([.. ledger.Jobs.Values.OrderBy(record => record.Job.Value, StringComparer.Ordinal)], Write);
    }

    private void Write(JobRecord record)
    {
        Write(record.Job);
        _writer.Write(record.Name);
        _writer.Write((byte)record.Status);
        WriteOptional(record.Reason);
        WriteAll(record.Wrote, _writer.Write);
        Write(record.ChangedAt);
        _writer.Write7BitEncodedInt(record.Attempt);
        _writer.Write7BitEncodedInt64(record.LastNumber);
        WriteAll(record.Retained, Write);
        WriteOptional(record.Program);
        Write(record.Order);
    }

    private void Write(ParallelismOrder order)
    {
        _writer.Write7BitEncodedInt(order.All ?? 0);
        Write(order.ByUid);
    }

    private void Write(ImmutableSortedDictionary<string, int> parallelisms) => WriteAll(parallelisms, each =>
    {
        _writer.Write(each.Key);
        _writer.Write7BitEncodedInt(each.Value);
    });

    private void WriteOptional(JobProgram? program)
    {
        _writer.Write(program is not null);
        if (program is null)
            return;

        _writer.Write(program.Artifact);
        _writer.Write(program.Assembly);
        WriteOptional(program.ClassName);
        WriteAll(program.Arguments, _writer.Write);
        WriteAll(program.Assignments, _writer.Write);
        Write(program.Parallelisms);
    }

    private void Write(JobId job) => _writer.Write(job.Value);

    private void Write(CheckpointId checkpoint)
    {
        _writer.Write7BitEncodedInt(checkpoint.Attempt);
        _writer.Write7BitEncodedInt64(checkpoint.Number);
    }

    private void Write(SubtaskId subtask)
    {
        _writer.Write7BitEncodedInt(subtask.Vertex);
        _writer.Write7BitEncodedInt(subtask.Index);
    }

    private void Write(DateTimeOffset at) => _writer.Write(at.ToUnixTimeMilliseconds());

    private void Write(ReadOnlyMemory<byte> bytes)
    {
        _writer.Write7BitEncodedInt(bytes.Length);
        _writer.Write(bytes.Span);
    }

    private void WriteOptional(string? text)
    {
        _writer.Write(text is not null);
        if (text is not null)
            _writer.Write(text);
    }

    private void WriteAll<T>(IReadOnlyCollection<T> all, Action<T> write)
    {
        _writer.Write7BitEncodedInt(all.Count);
        foreach (var each in all)
            write(each);
    }
}
