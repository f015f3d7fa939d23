namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;

/// <summary>Sends the splits of a source to the task of a reader.</summary>
/// <param name="attempt">The attempt.</param>
/// <param name="uid">The source.</param>
/// <param name="subtask">The reader's subtask.</param>
/// <param name="tasks">The tasks of the attempt.</param>
/// <param name="master">The job master.</param>
internal sealed class TaskSplitOutlet(
    AttemptId attempt, string uid, SubtaskId subtask, IReadOnlyDictionary<SubtaskId, IActorRef> tasks, IActorRef master) : ISplitOutlet
{
    /// <inheritdoc/>
    public void AssignSplits(IReadOnlyList<ReadOnlyMemory<byte>> splits) =>
        tasks[subtask].Tell(new AssignSplits(attempt, uid, splits), master);

    /// <inheritdoc/>
    public void SendSourceEvent(ReadOnlyMemory<byte> data) => tasks[subtask].Tell(new SourceEventToReader(attempt, uid, data), master);

    /// <inheritdoc/>
    public void SetMaxWatermark(long watermarkMs) => tasks[subtask].Tell(new AlignWatermark(attempt, uid, watermarkMs), master);

    /// <inheritdoc/>
    public void SignalNoMoreSplits() => tasks[subtask].Tell(new NoMoreSplits(attempt, uid), master);
}
