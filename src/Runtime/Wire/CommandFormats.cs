namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Actor;
using static WireFormat;

/// <summary>What a job master tells a task.</summary>
internal static class CommandFormats
{
    /// <summary>The table.</summary>
    public static ImmutableArray<WireFormat> All =>
    [
        Of<TaskEnvelope>("E1",
            (to, message) =>
            {
                to.Write(message.Slot);
                to.Write(message.Subtask);
                to.WriteMessage(message.Message);
            },
            from => new TaskEnvelope(from.ReadSlot(), from.ReadSubtask(), ReadTaskMessage(from))),
        Of<DeployTask>("DT1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.Write(message.Subtask);
                to.Write(message.Slot);
                to.WriteOptional(message.Restore, to.Write);
                to.WriteOptional(message.Program, to.Write);
                to.WriteInt(message.Parallelism ?? 0);
            },
            from => new DeployTask(from.ReadAttemptId(), from.ReadSubtask(), from.ReadSlot(), from.ReadOptional(from.ReadRestore))
            {
                Program = from.ReadOptional(from.ReadProgram),
                Parallelism = from.ReadInt() is var parallelism and > 0 ? parallelism : null,
            }),
        Of<ConnectTask>("CN1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.WriteAll(InOrder(message.Peers), peer =>
                {
                    to.Write(peer.Key);
                    to.Write(peer.Value);
                });
            },
            from => new ConnectTask(from.ReadAttemptId(), ReadPeers(from))),
        Of<RunTask>("RT1", (to, message) => to.Write(message.Attempt), from => new RunTask(from.ReadAttemptId())),
        Of<CancelTask>("CT1", (to, message) => to.Write(message.Attempt), from => new CancelTask(from.ReadAttemptId())),
        Of<RenewLease>("RL1", (to, message) => to.Write(message.Attempt), from => new RenewLease(from.ReadAttemptId())),
        Of<FinishTask>("FT1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.Write(message.CommitWithoutCheckpoint);
            },
            from => new FinishTask(from.ReadAttemptId(), from.ReadBool())),
        Of<TriggerCheckpoint>("TC1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.WriteLong(message.Number);
                to.Write((byte)message.Kind);
                to.Write(message.IsBase);
                to.WriteLong(message.Splits);
            },
            from => new TriggerCheckpoint(
                from.ReadAttemptId(), from.ReadLong(), from.ReadEnum<CheckpointKind>(), from.ReadBool(), from.ReadLong())),
        Of<TriggerSavepoint>("TV1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.WriteLong(message.Number);
                to.Write((byte)message.Kind);
                to.WriteLong(message.Splits);
                to.Write(message.Directory);
            },
            from => new TriggerSavepoint(
                from.ReadAttemptId(), from.ReadLong(), from.ReadEnum<CheckpointKind>(), from.ReadLong(), from.ReadString())),
        Of<DrainSource>("DS1", (to, message) => to.Write(message.Attempt), from => new DrainSource(from.ReadAttemptId())),
        Of<NotifyCheckpointComplete>("NC1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.WriteLong(message.Number);
            },
            from => new NotifyCheckpointComplete(from.ReadAttemptId(), from.ReadLong())),
        Of<NotifyCheckpointAborted>("NA1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.WriteLong(message.Number);
            },
            from => new NotifyCheckpointAborted(from.ReadAttemptId(), from.ReadLong())),
        Of<AssignSplits>("AS1",
            (to, message) =>
            {
                WriteSplitCommand(to, message);
                to.WriteAll(message.Splits, to.Write);
            },
            from => new AssignSplits(from.ReadAttemptId(), from.ReadString(), from.ReadLong(), from.ReadAll(from.ReadBytes))),
        Of<NoMoreSplits>("NS1", WriteSplitCommand, from => new NoMoreSplits(from.ReadAttemptId(), from.ReadString(), from.ReadLong())),
        Of<SourceEventToReader>("SE1",
            (to, message) =>
            {
                WriteSplitCommand(to, message);
                to.Write(message.Data);
            },
            from => new SourceEventToReader(from.ReadAttemptId(), from.ReadString(), from.ReadLong(), from.ReadBytes())),
        Of<AlignWatermark>("AW1",
            (to, message) =>
            {
                WriteSplitCommand(to, message);
                to.WriteFixed(message.MaxWatermarkMs);
            },
            from => new AlignWatermark(from.ReadAttemptId(), from.ReadString(), from.ReadLong(), from.ReadFixed())),
    ];

    private static void WriteSplitCommand(WireWriter to, ISplitCommand command)
    {
        to.Write(command.Attempt);
        to.Write(command.Uid);
        to.WriteLong(command.Sequence);
    }

    private static ITaskMessage ReadTaskMessage(WireReader from)
    {
        var format = WireFormats.Of(from.ReadString());   // looked at first: envelopes within envelopes would have no end
        return format.Type.IsAssignableTo(typeof(ITaskMessage))
            ? (ITaskMessage)format.Read(from)
            : throw WireErrors.NotForATask(format.Type);
    }

    // By vertex and index, so that the same message has the same bytes.
    private static List<KeyValuePair<SubtaskId, IActorRef>> InOrder(IReadOnlyDictionary<SubtaskId, IActorRef> peers) =>
        [.. peers.OrderBy(peer => peer.Key.Vertex).ThenBy(peer => peer.Key.Index)];

    private static Dictionary<SubtaskId, IActorRef> ReadPeers(WireReader from)
    {
        var peers = new Dictionary<SubtaskId, IActorRef>();
        foreach (var (subtask, task) in from.ReadAll(() => (from.ReadSubtask(), from.ReadActor())))
            peers[subtask] = task;
        return peers;
    }

    private static void Write(this WireWriter to, TaskRestore restore)
    {
        to.Write(restore.Checkpoint);
        to.WriteAll(restore.Operators, part =>
        {
            to.Write(part.Uid);
            to.WriteAll(part.Elements, to.Write);
            to.WriteAll(part.Keyed, to.WriteWithBase);
            to.Write(part.IsSameRange);
            to.WriteAll(part.States, to.Write);
        });
    }

    private static TaskRestore ReadRestore(this WireReader from) => new(
        from.ReadCheckpointId(),
        from.ReadAll(() => new OperatorRestore(
            from.ReadString(), from.ReadAll(from.ReadBytes), from.ReadAll(from.ReadWithBase), from.ReadBool())
        {
            States = from.ReadAll(from.ReadBytes),
        }));
}
