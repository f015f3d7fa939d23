namespace Akka.Flink.Operators;

/// <summary>Gives each record to a subtask at random; the sequence is the same in each run.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="targets">The subtasks.</param>
/// <param name="seed">Where the sequence begins.</param>
internal sealed class ShuffleSender<T>(IInput<T>[] targets, int seed) : SplitSender<T>(targets)
{
    private uint _state = ((uint)seed * 2654435769u) | 1;

    protected override void Deal(RecordBatch<T> batch, int from)
    {
        for (var i = from; i < batch.Count; i++)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            var target = (int)(((ulong)_state * (uint)Targets.Length) >> 32);
            Targets[target].Collect(batch.Values[i].Value, batch.Timestamps[i]);
        }
    }
}
