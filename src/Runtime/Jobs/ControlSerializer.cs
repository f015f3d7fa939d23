namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Serialization;
using static ControlEvents;

/// <summary>The bytes of the job manager's events: a manifest of a letter for the event and a number for its version, never a type's
/// name.</summary>
/// <param name="system">The actor system.</param>
internal sealed class ControlSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private const string Leadership = "L1";
    private const string Submitted = "J3";
    private const string Rescaled = "X1";
    private const string Attempt = "A1";
    private const string Restored = "P1";
    private const string Checkpoint = "C2";
    private const string Released = "R1";
    private const string Status = "S1";
    private const string Compacted = "Z5";
    private const string CompactedWithoutPositions = "Z4";
    private const string SubmittedWithoutSavepoint = "J2";
    private const string CompactedWithoutSavepoints = "Z3";
    private const string SubmittedWithoutProgram = "J1";
    private const string CompactedWithoutPrograms = "Z2";
    private const string CheckpointWithoutStates = "C1";
    private const string CompactedWithoutStates = "Z1";

    /// <inheritdoc/>
    public override int Identifier => 7302;

    /// <inheritdoc/>
    public override string Manifest(object o) => o switch
    {
        LeadershipTaken => Leadership,
        JobSubmitted => Submitted,
        JobRescaled => Rescaled,
        AttemptStarted => Attempt,
        AttemptRestored => Restored,
        CheckpointCompleted => Checkpoint,
        CheckpointsReleased => Released,
        JobStatusChanged => Status,
        LedgerCompacted => Compacted,
        _ => throw JobErrors.NotAnEvent(o.GetType(), nameof(o)),
    };

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        var writer = new ControlWriter();
        writer.Write((IControlEvent)obj);
        return writer.ToArray();
    }

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        var reader = new ControlReader(bytes);
        return manifest switch
        {
            Leadership => reader.ReadLeadership(),
            Submitted => reader.ReadSubmitted(),
            SubmittedWithoutSavepoint => reader.WithoutSavepoints().ReadSubmitted(),
            SubmittedWithoutProgram => reader.WithoutPrograms().ReadSubmitted(),
            Rescaled => reader.ReadRescaled(),
            Attempt => reader.ReadAttempt(),
            Restored => reader.ReadRestored(),
            Checkpoint => reader.ReadCheckpointCompleted(),
            CheckpointWithoutStates => reader.WithoutStates().ReadCheckpointCompleted(),
            Released => reader.ReadReleased(),
            Status => reader.ReadStatus(),
            Compacted => new LedgerCompacted(reader.ReadLedger()),
            CompactedWithoutPositions => new LedgerCompacted(reader.WithoutPositions().ReadLedger()),
            CompactedWithoutSavepoints => new LedgerCompacted(reader.WithoutPositions().WithoutSavepoints().ReadLedger()),
            CompactedWithoutPrograms => new LedgerCompacted(reader.WithoutPrograms().ReadLedger()),
            CompactedWithoutStates => new LedgerCompacted(reader.WithoutPrograms().WithoutStates().ReadLedger()),
            _ => throw JobErrors.UnknownEvent(manifest),
        };
    }
}
