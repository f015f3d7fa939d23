namespace Akka.Flink.Operators;

/// <summary>Gives every record to the first subtask.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="targets">The subtasks.</param>
internal sealed class GlobalSender<T>(IInput<T>[] targets) : SplitSender<T>(targets)
{
    protected override void Deal(RecordBatch<T> batch, int from)
    {
        for (var i = from; i < batch.Count; i++)
            Targets[0].Collect(batch.Values[i].Value, batch.Timestamps[i]);
    }
}
