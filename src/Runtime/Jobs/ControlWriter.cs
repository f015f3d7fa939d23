namespace Akka.Flink.Runtime;

using static ControlEvents;

/// <summary>Writes the job manager's events: little-endian, counts and small numbers as variable-length integers, strings as UTF-8 behind
/// their length, a missing value as a zero byte.</summary>
internal sealed class ControlWriter : WireWriter
{
    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    public void Write(IControlEvent happened)
    {
        switch (happened)
        {
            case LeadershipTaken taken:
                WriteFixed(taken.Term);
                Write(taken.At);
                break;
            case JobSubmitted submitted:
                Write(submitted.Job);
                Write(submitted.Name);
                Write(submitted.At);
                WriteOptional(submitted.Program, this.Write);
                WriteOptional(submitted.Savepoint, savepoint =>
                {
                    Write(savepoint.Origin);
                    Write(savepoint.Checkpoint);
                });
                break;
            case JobRescaled rescaled:
                Write(rescaled.Job);
                WriteInt(rescaled.Parallelism);
                WriteOptional(rescaled.Uid);
                Write(rescaled.At);
                break;
            case AttemptStarted started:
                Write(started);
                break;
            case AttemptRestored restored:
                Write(restored.Job);
                WriteInt(restored.Attempt);
                WriteAll(restored.Positions, Write);
                Write(restored.Cause);
                Write(restored.At);
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
                Write((byte)changed.Status);
                WriteOptional(changed.Reason);
                WriteAll(changed.Wrote, Write);
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
        WriteInt(started.Attempt);
        WriteAll(started.Plan, planned =>
        {
            Write(planned.Subtask);
            Write(planned.Slot);
            Write(planned.HasSource);
        });
        Write(started.RestoredFrom is not null);
        if (started.RestoredFrom is { } checkpoint)
            Write(checkpoint);
        Write(started.At);
    }

    private void Write(CompletedCheckpoint checkpoint)
    {
        Write(checkpoint.Id);
        Write((byte)checkpoint.Kind);
        WriteFixed(checkpoint.TriggeredAtMs);
        WriteFixed(checkpoint.DurationMs);
        WriteFixed(checkpoint.WrittenBytes);
        WriteFixed(checkpoint.StateBytes);
        WriteFixed(checkpoint.BaseBytes);
        WriteAll(checkpoint.Subtasks, part =>
        {
            Write(part.Subtask);
            WriteAll(part.Operators, Write);
        });
        WriteAll(checkpoint.Enumerators, part =>
        {
            Write(part.Uid);
            Write(part.State);
        });
    }

    private void Write(Ledger ledger)
    {
        WriteFixed(ledger.Term);
        WriteAll([.. ledger.Jobs.Values.OrderBy(record => record.Job.Value, StringComparer.Ordinal)], Write);
    }

    private void Write(JobRecord record)
    {
        Write(record.Job);
        Write(record.Name);
        Write((byte)record.Status);
        WriteOptional(record.Reason);
        WriteAll(record.Wrote, Write);
        Write(record.ChangedAt);
        WriteInt(record.Attempt);
        WriteLong(record.LastNumber);
        WriteAll(record.Retained, Write);
        WriteOptional(record.Program, this.Write);
        Write(record.Order);
        WriteAll(record.Restores, restore =>
        {
            WriteInt(restore.Attempt);
            Write(restore.At);
            Write(restore.Checkpoint is not null);
            if (restore.Checkpoint is { } checkpoint)
                Write(checkpoint);
            WriteAll(restore.Positions, Write);
            WriteOptional(restore.Cause);
        });
        WriteOptional(record.Savepoint, Write);
    }

    private void Write(SavepointOrigin savepoint)
    {
        Write(savepoint.Directory);
        Write(savepoint.Id);
        Write(savepoint.Checkpoint);
        Write(savepoint.AllowsUnclaimed);
    }

    private void Write(ParallelismOrder order)
    {
        WriteInt(order.All ?? 0);
        this.WriteParallelisms(order.ByUid);
    }
}
