namespace Akka.Flink.Operators;

/// <summary>Gives each record to the next subtask.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="targets">The subtasks.</param>
/// <param name="first">Which comes first.</param>
internal sealed class RoundRobinSender<T>(IInput<T>[] targets, int first) : SplitSender<T>(targets)
{
    private int _next = first % targets.Length;

    protected override void Deal(RecordBatch<T> batch, int from)
    {
        var next = _next;
        for (var i = from; i < batch.Count; i++)
        {
            Targets[next].Collect(batch.Values[i].Value, batch.Timestamps[i]);
            next = next + 1 == Targets.Length ? 0 : next + 1;
        }

        _next = next;
    }
}
