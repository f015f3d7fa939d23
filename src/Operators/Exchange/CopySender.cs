namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>Gives every record to all: consumers of one stream, or the subtasks of a broadcast. Each may change its batch, so each gets its
/// own.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class CopySender<T> : IInput<T>
{
    private readonly Output<T>[] _targets;
    private readonly OutputGroup _group = new();
    private readonly ITypeSerializer<T>? _serializer;

    /// <summary>A sender in front of several inputs.</summary>
    /// <param name="targets">The inputs.</param>
    /// <param name="serializer">Copies values; null when they can be shared.</param>
    public CopySender(IInput<T>[] targets, ITypeSerializer<T>? serializer)
    {
        _serializer = serializer;
        _targets = Array.ConvertAll(targets, target => new Output<T>(target));
        foreach (var target in _targets)
            _group.Add(target);
    }

    public int Process(RecordBatch<T> batch, int from)
    {
        if (!_group.IsWritable)
            return from;

        for (var t = 0; t < _targets.Length; t++)
            Give(_targets[t], batch, from, copy: t > 0);
        _group.Flush();
        return batch.Count;
    }

    public bool ProcessWatermark(long watermarkMs) => _group.EmitWatermark(watermarkMs);

    public bool ProcessStatus(bool idle) => _group.EmitStatus(idle);

    public bool EndInput() => _group.EmitEnd();

    public bool Resume() => _group.Resume();

    private void Give(Output<T> target, RecordBatch<T> batch, int from, bool copy)
    {
        if (!copy || _serializer is not { } serializer)
        {
            target.CollectFrom(batch, from);
            return;
        }

        for (var i = from; i < batch.Count; i++)
            target.Collect(serializer.Copy(batch.Values[i].Value), batch.Timestamps[i]);
    }
}
