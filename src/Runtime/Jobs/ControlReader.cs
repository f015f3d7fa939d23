namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using static ControlEvents;

/// <summary>Reads what <see cref="ControlWriter"/> writes.</summary>
/// <param name="bytes">What was written.</param>
internal sealed class ControlReader(byte[] bytes) : WireReader(bytes, "an event of the control journal")
{
    private bool _hasStates = true;
    private bool _hasPrograms = true;
    private bool _hasPositions = true;
    private bool _hasSavepoints = true;

    /// <summary>Reads what was written before operators had state by name.</summary>
    /// <returns>This reader.</returns>
    public ControlReader WithoutStates()
    {
        _hasStates = false;
        return this;
    }

    /// <summary>Reads what was written before jobs had programs.</summary>
    /// <returns>This reader.</returns>
    public ControlReader WithoutPrograms()
    {
        _hasPrograms = false;
        return WithoutSavepoints();
    }

    /// <summary>Reads what was written before jobs could begin from savepoints.</summary>
    /// <returns>This reader.</returns>
    public ControlReader WithoutSavepoints()
    {
        _hasSavepoints = false;
        return this;
    }

    /// <summary>Reads what was written before the positions of attempts were recorded.</summary>
    /// <returns>This reader.</returns>
    public ControlReader WithoutPositions()
    {
        _hasPositions = false;
        return this;
    }

    /// <summary>Reads an event.</summary>
    public LeadershipTaken ReadLeadership() => new(ReadFixed(), ReadMoment());

    /// <summary>Reads an event.</summary>
    public JobSubmitted ReadSubmitted() => new(ReadJob(), ReadString(), ReadMoment())
    {
        Program = ReadJobProgram(),
        Savepoint = _hasSavepoints ? ReadOptional(() => new SavepointStart(ReadOrigin(), ReadCheckpoint())) : null,
    };

    /// <summary>Reads an event.</summary>
    public JobRescaled ReadRescaled() => new(ReadJob(), ReadInt(), ReadOptional(), ReadMoment());

    /// <summary>Reads an event.</summary>
    public AttemptStarted ReadAttempt()
    {
        var job = ReadJob();
        var attempt = ReadInt();
        var plan = ReadAll(() => new PlannedSubtask(
            ReadSubtask(), ReadSlot(), ReadBool()));
        var restoredFrom = ReadBool() ? ReadCheckpointId() : (CheckpointId?)null;
        return new AttemptStarted(job, attempt, plan, restoredFrom, ReadMoment());
    }

    /// <summary>Reads an event.</summary>
    public AttemptRestored ReadRestored() => new(ReadJob(), ReadInt(), ReadAll(ReadString), ReadString(), ReadMoment());

    /// <summary>Reads an event.</summary>
    public CheckpointCompleted ReadCheckpointCompleted() => new(ReadJob(), ReadCheckpoint(), ReadMoment());

    /// <summary>Reads an event.</summary>
    public CheckpointsReleased ReadReleased() => new(ReadJob(), ReadAll(ReadCheckpointId), ReadMoment());

    /// <summary>Reads an event.</summary>
    public JobStatusChanged ReadStatus() =>
        new(ReadJob(), ReadEnum<JobStatus>(), ReadOptional(), ReadAll(ReadString), ReadMoment());

    /// <summary>Reads all that is recorded.</summary>
    public Ledger ReadLedger() => new(ReadFixed(), ReadAll(ReadRecord).ToImmutableDictionary(record => record.Job));

    private JobRecord ReadRecord() => new(ReadJob(), ReadString())
    {
        Status = ReadEnum<JobStatus>(),
        Reason = ReadOptional(),
        Wrote = ReadAll(ReadString),
        ChangedAt = ReadMoment(),
        Attempt = ReadInt(),
        LastNumber = ReadLong(),
        Retained = [.. ReadAll(ReadCheckpoint)],
        Program = ReadJobProgram(),
        Order = _hasPrograms ? ReadOrder() : ParallelismOrder.None,
        Restores = _hasPrograms ? [.. ReadAll(ReadRestore)] : [],
        Savepoint = _hasSavepoints ? ReadOptional(ReadOrigin) : null,
    };

    private SavepointOrigin ReadOrigin() => new(ReadString(), ReadString(), ReadCheckpointId(), ReadBool());

    private RestoreRecord ReadRestore()
    {
        var restore = new RestoreRecord(ReadInt(), ReadMoment(), ReadBool() ? ReadCheckpointId() : null);
        return _hasPositions ? restore with { Positions = ReadAll(ReadString), Cause = ReadOptional() } : restore;
    }

    private ParallelismOrder ReadOrder()
    {
        var all = ReadInt();
        return new ParallelismOrder(all == 0 ? null : all, this.ReadParallelisms());
    }

    private JobProgram? ReadJobProgram() => _hasPrograms ? ReadOptional(this.ReadProgram) : null;

    private CompletedCheckpoint ReadCheckpoint() => new(
        ReadCheckpointId(),
        ReadEnum<CheckpointKind>(),
        ReadFixed(),
        ReadFixed(),
        ReadFixed(),
        ReadFixed(),
        ReadFixed(),
        ReadAll(() => new SubtaskState(ReadSubtask(), ReadAll(() => ReadOperator(_hasStates)))),
        ReadAll(() => new EnumeratorState(ReadString(), ReadBytes())));
}
