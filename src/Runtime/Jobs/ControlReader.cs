namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using System.Text;
using static ControlEvents;

/// <summary>Reads what <see cref="ControlWriter"/> writes.</summary>
/// <param name="bytes">What was written.</param>
internal sealed class ControlReader(byte[] bytes)
{
    private readonly BinaryReader _reader = new(new MemoryStream(bytes, writable: false), Encoding.UTF8);
    private bool _hasStates = true;
    private bool _hasPrograms = true;

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
        return this;
    }

    /// <summary>Reads an event.</summary>
    public LeadershipTaken ReadLeadership() => new(_reader.ReadInt64(), ReadMoment());

    /// <summary>Reads an event.</summary>
    public JobSubmitted ReadSubmitted() => new(ReadJob(), _reader.ReadString(), ReadMoment()) { Program = ReadProgram() };

    /// <summary>Reads an event.</summary>
    public JobRescaled ReadRescaled() => new(ReadJob(), _reader.Read7BitEncodedInt(), ReadOptional(), ReadMoment());

    /// <summary>Reads an event.</summary>
    public AttemptStarted ReadAttempt()
    {
        var job = ReadJob();
        var attempt = _reader.Read7BitEncodedInt();
        var plan = ReadAll(() => new PlannedSubtask(
            ReadSubtask(), new SlotId(_reader.ReadString(), _reader.Read7BitEncodedInt()), _reader.ReadBoolean()));
        var restoredFrom = _reader.ReadBoolean() ? ReadCheckpointId() : (CheckpointId?)null;
        return new AttemptStarted(job, attempt, plan, restoredFrom, ReadMoment());
    }

    /// <summary>Reads an event.</summary>
    public CheckpointCompleted ReadCheckpointCompleted() => new(ReadJob(), ReadCheckpoint(), ReadMoment());

    /// <summary>Reads an event.</summary>
    public CheckpointsReleased ReadReleased() => new(ReadJob(), ReadAll(ReadCheckpointId), ReadMoment());

    /// <summary>Reads an event.</summary>
    public JobStatusChanged ReadStatus() =>
        new(ReadJob(), (JobStatus)_reader.ReadByte(), ReadOptional(), ReadAll(_reader.ReadString), ReadMoment());

    /// <summary>Reads all that is recorded.</summary>
    public Ledger ReadLedger() => new(_reader.ReadInt64(), ReadAll(ReadRecord).ToImmutableDictionary(record => record.Job));

    private JobRecord ReadRecord() => new(ReadJob(), _reader.ReadString())
    {
        Status = (JobStatus)_reader.ReadByte(),
        Reason = ReadOptional(),
        Wrote = ReadAll(_reader.ReadString),
        ChangedAt = ReadMoment(),
        Attempt = _reader.Read7BitEncodedInt(),
        LastNumber = _reader.Read7BitEncodedInt64(),
        Retained = [.. ReadAll(ReadCheckpoint)],
        Program = ReadProgram(),
        Order = _hasPrograms ? ReadOrder() : ParallelismOrder.None,
    };

    private ParallelismOrder ReadOrder()
    {
        var all = _reader.Read7BitEncodedInt();
        return new ParallelismOrder(all == 0 ? null : all, ReadParallelisms());
    }

    private ImmutableSortedDictionary<string, int> ReadParallelisms() =>
        ReadAll(() => KeyValuePair.Create(_reader.ReadString(), _reader.Read7BitEncodedInt())).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private JobProgram? ReadProgram() => _hasPrograms && _reader.ReadBoolean()
        ? new JobProgram(
            _reader.ReadString(), _reader.ReadString(), ReadOptional(), ReadAll(_reader.ReadString), ReadAll(_reader.ReadString))
        {
            Parallelisms = ReadParallelisms(),
        }
        : null;

    private CompletedCheckpoint ReadCheckpoint() => new(
        ReadCheckpointId(),
        (CheckpointKind)_reader.ReadByte(),
        _reader.ReadInt64(),
        _reader.ReadInt64(),
        _reader.ReadInt64(),
        _reader.ReadInt64(),
        _reader.ReadInt64(),
        ReadAll(() => new SubtaskState(ReadSubtask(), ReadAll(ReadOperator))),
        ReadAll(() => new EnumeratorState(_reader.ReadString(), ReadBytes())));

    private OperatorStateHandle ReadOperator()
    {
        var (uid, elements) = (_reader.ReadString(), ReadAll(ReadBytes));
        IReadOnlyList<ReadOnlyMemory<byte>> states = _hasStates ? ReadAll(ReadBytes) : [];
        return new OperatorStateHandle(uid, elements, _reader.ReadBoolean() ? ReadKeyed() : null) { States = states };
    }

    private KeyedStateHandle ReadKeyed() =>
        new(_reader.Read7BitEncodedInt(), _reader.Read7BitEncodedInt(), ReadAll(ReadRange), _reader.ReadInt64());

    private SegmentRange ReadRange() =>
        new(new SegmentId(_reader.ReadString()), _reader.Read7BitEncodedInt64(), _reader.Read7BitEncodedInt64());

    private JobId ReadJob() => new(_reader.ReadString());

    private CheckpointId ReadCheckpointId() => new(_reader.Read7BitEncodedInt(), _reader.Read7BitEncodedInt64());

    private SubtaskId ReadSubtask() => new(_reader.Read7BitEncodedInt(), _reader.Read7BitEncodedInt());

    private DateTimeOffset ReadMoment() => DateTimeOffset.FromUnixTimeMilliseconds(_reader.ReadInt64());

    private ReadOnlyMemory<byte> ReadBytes() => _reader.ReadBytes(_reader.Read7BitEncodedInt());

    private string? ReadOptional() => _reader.ReadBoolean() ? _reader.ReadString() : null;

    private ImmutableArray<T> ReadAll<T>(Func<T> read)
    {
        var all = ImmutableArray.CreateBuilder<T>(_reader.Read7BitEncodedInt());
        while (all.Count < all.Capacity)
            all.Add(read());
        return all.MoveToImmutable();
    }
}
