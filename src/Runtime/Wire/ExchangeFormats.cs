namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using static WireFormat;

/// <summary>What the two ends of a channel between nodes say to each other.</summary>
internal static class ExchangeFormats
{
    /// <summary>The table.</summary>
    public static ImmutableArray<WireFormat> All =>
    [
        Of<Grant>("G1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.Write(message.Channel);
                to.WriteLong(message.Batches);
                to.WriteLong(message.Bytes);
            },
            from => new Grant(from.ReadAttemptId(), from.ReadChannel(), from.ReadLong(), from.ReadLong())),
        Of<ChannelPosition>("P1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.Write(message.Channel);
                to.WriteLong(message.Sent);
            },
            from => new ChannelPosition(from.ReadAttemptId(), from.ReadChannel(), from.ReadLong())),
        Of<StatusMessage>("S1",
            (to, message) =>
            {
                WritePlace(to, message);
                to.Write(message.IsIdle);
            },
            from => new StatusMessage
            {
                Attempt = from.ReadAttemptId(),
                Channel = from.ReadChannel(),
                Sequence = from.ReadLong(),
                IsIdle = from.ReadBool(),
            }),
        Of<BarrierMessage>("B1",
            (to, message) =>
            {
                WritePlace(to, message);
                to.WriteLong(message.Barrier.Number);
                to.Write((byte)message.Barrier.Kind);
                to.Write(message.Barrier.IsBase);
            },
            from => new BarrierMessage
            {
                Attempt = from.ReadAttemptId(),
                Channel = from.ReadChannel(),
                Sequence = from.ReadLong(),
                Barrier = new CheckpointBarrier(from.ReadLong(), from.ReadEnum<CheckpointKind>(), from.ReadBool()),
            }),
        Of<SavepointBarrierMessage>("BS1",
            (to, message) =>
            {
                WritePlace(to, message);
                to.WriteLong(message.Barrier.Number);
                to.Write((byte)message.Barrier.Kind);
                to.Write(message.Barrier.Savepoint!);
            },
            from => new SavepointBarrierMessage
            {
                Attempt = from.ReadAttemptId(),
                Channel = from.ReadChannel(),
                Sequence = from.ReadLong(),
                Barrier = new CheckpointBarrier(from.ReadLong(), from.ReadEnum<CheckpointKind>(), true) { Savepoint = from.ReadString() },
            }),
        Of<EndMessage>("Z1",
            WritePlace,
            from => new EndMessage { Attempt = from.ReadAttemptId(), Channel = from.ReadChannel(), Sequence = from.ReadLong() }),
    ];

    private static void WritePlace(WireWriter to, ChannelMessage message)
    {
        to.Write(message.Attempt);
        to.Write(message.Channel);
        to.WriteLong(message.Sequence);
    }
}
