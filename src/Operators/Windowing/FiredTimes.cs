namespace Akka.Flink.Operators;

using Akka.Flink.State;
using Akka.Flink.State.Snapshots;
using Akka.Flink.State.Tables;

/// <summary>Up to which time windows have fired, or records have left, by key group: what a restored operator must know though its
/// watermark begins anew.</summary>
/// <remarks>In a running subtask all key groups have one time. After a restore from subtasks that had come differently far they differ,
/// until the watermark has passed them all.</remarks>
internal sealed class FiredTimes : StateTable
{
    private readonly KeyGroupRange _range;
    private readonly int _maxParallelism;
    private readonly long[] _times;   // by key group, valid while they differ

    /// <summary>Nothing has fired.</summary>
    /// <param name="name">What they are called in snapshots.</param>
    /// <param name="context">Where the operator runs.</param>
    public FiredTimes(string name, OperatorContext context)
        : base(new StateInfo(name, StateKind.Windows, false, null, null, Schema.Of("int64")))
    {
        _maxParallelism = context.MaxParallelism;
        _range = KeyGroupRange.Of(context.SubtaskIndex, context.Parallelism, context.MaxParallelism);
        _times = new long[_range.Count];
        Array.Fill(_times, long.MinValue);
    }

    /// <summary>The smallest time of a key group.</summary>
    public long Min { get; private set; } = long.MinValue;

    /// <summary>The largest time of a key group.</summary>
    public long Max { get; private set; } = long.MinValue;

    /// <summary>Whether all key groups have the same time.</summary>
    public bool IsUniform => Min == Max;

    /// <summary>The time of a key.</summary>
    /// <param name="hash">The key's hash.</param>
    public long Of(uint hash) => Min == Max ? Min : _times[KeyGroups.Of(hash, _maxParallelism) - _range.First];

    /// <summary>Raises all that are before a time.</summary>
    /// <param name="timeMs">The time.</param>
    public void Raise(long timeMs)
    {
        if (timeMs <= Min)
            return;

        if (timeMs < Max)
            Set(_range, timeMs, onlyRaise: true);
        else
            Min = Max = timeMs;
    }

    /// <inheritdoc/>
    public override void BeginSnapshot(SnapshotWriter writer, bool isBase)
    {
        if (IsUniform)
            Array.Fill(_times, Min);
        for (var first = 0; first < _times.Length;)
        {
            var next = first + 1;
            while (next < _times.Length && _times[next] == _times[first])
                next++;
            Write(writer, first, next - 1);
            first = next;
        }
    }

    /// <inheritdoc/>
    public override bool WriteSlice() => true;

    /// <inheritdoc/>
    public override StateReader ReaderFor(StateInfo written, string uid)
    {
        CheckCompatible(written, uid);
        return new Reader(this);
    }

    // Windows up to a time are gone: an entry that drops, which an operator that declares no such times ignores.
    private void Write(SnapshotWriter writer, int first, int last)
    {
        if (_times[first] == long.MinValue)
            return;

        var output = writer.Begin(Id, EntryKind.Drop);
        Varint.WriteSigned(output, _range.First + first);
        Varint.WriteSigned(output, _range.First + last);
        Varint.WriteSigned(output, _times[first]);
        writer.End();
    }

    private void Set(KeyGroupRange range, long timeMs, bool onlyRaise)
    {
        if (IsUniform)
            Array.Fill(_times, Min);
        Min = long.MaxValue;
        Max = long.MinValue;
        for (var i = 0; i < _times.Length; i++)
        {
            if (range.Contains(_range.First + i) && (!onlyRaise || _times[i] < timeMs))
                _times[i] = timeMs;
            Min = Math.Min(Min, _times[i]);
            Max = Math.Max(Max, _times[i]);
        }
    }

    private sealed class Reader(FiredTimes times) : StateReader
    {
        public override void Take(EntryKind kind, ReadOnlySpan<byte> entry, in RestoreScope scope, KeyGroupRange writtenBy)
        {
            var first = (int)Varint.ReadSigned(ref entry);
            var last = (int)Varint.ReadSigned(ref entry);
            times.Set(new KeyGroupRange(first, last), Varint.ReadSigned(ref entry), onlyRaise: false);
        }
    }
}
