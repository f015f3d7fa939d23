namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;

/// <summary>The way from an enumerator to a reader: by the protocol of the job, which numbers what is said and says it again.</summary>
/// <param name="uid">The source.</param>
/// <param name="subtask">The reader's subtask.</param>
/// <param name="assign">Takes what there is for the reader, on the job master's thread.</param>
internal sealed class TaskSplitOutlet(string uid, SubtaskId subtask, Action<JobInputs.AssignSplits> assign) : ISplitOutlet
{
    /// <inheritdoc/>
    public void AssignSplits(IReadOnlyList<ReadOnlyMemory<byte>> splits) => assign(new JobInputs.AssignSplits(subtask, uid, splits));

    /// <inheritdoc/>
    public void SendSourceEvent(ReadOnlyMemory<byte> data) =>
        assign(new JobInputs.AssignSplits(subtask, uid, null) { Event = data });

    /// <inheritdoc/>
    public void SetMaxWatermark(long watermarkMs) =>
        assign(new JobInputs.AssignSplits(subtask, uid, null) { MaxWatermarkMs = watermarkMs });

    /// <inheritdoc/>
    public void SignalNoMoreSplits() => assign(new JobInputs.AssignSplits(subtask, uid, null));
}
