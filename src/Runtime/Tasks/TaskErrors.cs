namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;

/// <summary>Every way in which a task fails that is not an operator's, in one place.</summary>
/// <remarks>First what happened, with the values at hand; then what to do. Names in quotes, configuration keys in full.</remarks>
internal static class TaskErrors
{
    public static JobException ChannelGap(ChannelId channel, long expected, long found) => new(ErrorDomain.External,
        $"Channel {channel} lost messages {expected} to {found - 1}: {found} came instead. " +
        "The attempt ends, and the job resumes from its last checkpoint; look at the network between the nodes.");

    public static JobException ChannelLost(ChannelId channel, long received, TimeSpan timeout) => new(ErrorDomain.External,
        $"Channel {channel} has received nothing behind message {received} for {timeout}, but its sender says that more was sent. " +
        "The attempt ends, and the job resumes from its last checkpoint; look at the network between the nodes, or raise " +
        "'akka.flink.channel.timeout'.");

    public static JobException NotOfThisChannel(ChannelId channel, Type found, Type expected) => new(ErrorDomain.Internal,
        $"Channel {channel} of '{expected}' received a message of type '{found}'. Run the same program on every node.");

    public static JobException FrameDamaged(ChannelId channel, DataFrame frame, string found, Exception? cause) => new(
        ErrorDomain.Internal,
        $"Channel {channel} received a damaged frame as message {frame.Sequence}, of {frame.Bytes.Length} bytes: {found}. " +
        "The attempt ends, and the job resumes from its last checkpoint. Run the same program and version on every node; if they do, " +
        "please report it.", cause);

    public static JobException NotWritten(ChannelId channel, Type type, Exception cause) => new(ErrorDomain.Function,
        $"A record of '{type}' could not be written to channel {channel}: {cause.GetType().Name}: {cause.Message} " +
        "Its serializer threw: see the cause, and mend the type's serializer or the record.", cause);

    public static JobException StateTooLarge(string uid, long bytes, long most) => new(ErrorDomain.External,
        $"Operator '{uid}' has {bytes:N0} bytes of operator state to restore in each subtask, and {most:N0} fit into a message between " +
        "nodes. Keep large state by key; or raise 'akka.remote.dot-netty.tcp.maximum-frame-size' on all nodes and start them again.");

    public static JobException UnknownChannel(ChannelId channel, SubtaskId subtask) => new(ErrorDomain.Internal,
        $"Subtask {subtask} has no channel {channel}. Run the same program on every node.");

    public static JobException UnknownJob(JobId job, string node) => new(ErrorDomain.Internal,
        $"Job '{job}' is not known to node '{node}', so no task of it can start there. Submit it again.");

    public static JobException UnknownSource(string uid, SubtaskId subtask) => new(ErrorDomain.Internal,
        $"Splits for source '{uid}' came to subtask {subtask}, which has no such source. Run the same program on every node.");

    public static JobException PeerMissing(ChannelId channel, SubtaskId peer) => new(ErrorDomain.Internal,
        $"Channel {channel} cannot be connected: nobody said where subtask {peer} is. The attempt ends; the next one connects anew.");

    public static JobException Unexpected(string task, string? operatorName, Exception cause) => new(ErrorDomain.Internal,
        $"Task {task} failed{(operatorName is null ? "" : $" in operator {operatorName}")}: {cause.GetType().Name}: {cause.Message} " +
        "The cause is inside; if no code of yours is in it, please report it.", cause);

    public static JobException RestoreFailed(string task, CheckpointId checkpoint, Exception cause) => new(ErrorDomain.External,
        $"Task {task} could not read its state of checkpoint {checkpoint}: {cause.Message} " +
        "Check that the chunk store is reachable and holds what the checkpoint names; the cause is inside.", cause);
}
