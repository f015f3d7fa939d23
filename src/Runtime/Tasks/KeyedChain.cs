namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>The chunks that the keyed state of one operator consists of: a base and what changed since, over segments and
/// attempts.</summary>
/// <remarks>Chunks of a checkpoint that came to nothing stay in: what they hold is not written again.<para><b>Threads.</b> The
/// task's.</para></remarks>
internal sealed class KeyedChain : IChunkWriter
{
    private const int FewestChunks = 8;

    private readonly KeyGroupRange _range;
    private readonly List<SegmentRange> _ranges = [];
    private readonly List<SegmentRange> _savedRanges = [];
    private OpenSegment? _segment;
    private OpenSegment? _saved;
    private long _bytes;
    private long _baseBytes;
    private long _chunks;
    private bool _isBase;

    /// <summary>An empty chain.</summary>
    /// <param name="context">Where the operator runs.</param>
    /// <param name="state">Its keyed state.</param>
    public KeyedChain(OperatorContext context, KeyedStateBackend state)
    {
        State = state;
        _range = KeyGroupRange.Of(context.SubtaskIndex, context.Parallelism, context.MaxParallelism);
    }

    /// <summary>The keyed state.</summary>
    public KeyedStateBackend State { get; }

    /// <summary>How many bytes the snapshot in progress has written.</summary>
    public long Written { get; private set; }

    /// <summary>Goes on with what an earlier attempt of this very subtask wrote.</summary>
    /// <param name="handle">What was restored.</param>
    public void GoOnFrom(KeyedStateHandle handle)
    {
        _ranges.AddRange(handle.Chunks);
        _bytes = handle.Bytes;
        _baseBytes = handle.BaseBytes > 0 ? handle.BaseBytes : handle.Bytes;
        foreach (var range in handle.Chunks)
            _chunks += range.Last - range.First + 1;
    }

    /// <summary>Whether the state should be written whole.</summary>
    /// <param name="ratio"><c>execution.checkpointing.base-ratio</c>.</param>
    public bool WantsBase(double ratio) =>
        State.NextIsBase || _ranges.Count == 0 || (_chunks >= FewestChunks && _bytes > ratio * _baseBytes);

    /// <summary>Begins a snapshot.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="isBase">Whether the state is written whole.</param>
    /// <param name="segment">Where to.</param>
    /// <param name="saved">Where else to, for a savepoint; null for none.</param>
    /// <returns>Whether it is written whole.</returns>
    public bool Begin(long number, bool isBase, OpenSegment segment, OpenSegment? saved = null)
    {
        _segment = segment;
        _saved = saved;
        _savedRanges.Clear();
        _isBase = isBase;
        Written = 0;
        if (isBase)
        {
            _ranges.Clear();
            _bytes = 0;
            _chunks = 0;
        }

        return State.BeginSnapshot(number, isBase, this);
    }

    /// <summary>Gives up what is being written: the chain has a hole, and the next snapshot must be a base.</summary>
    public void Discard() => _segment = _saved = null;

    /// <summary>Gives up the savepoint; what goes to the chunk store goes on.</summary>
    public void DiscardSaved() => _saved = null;

    /// <summary>Ends the savepoint in progress, all of which is written.</summary>
    /// <returns>Where the state is in it; null when there is none.</returns>
    public KeyedStateHandle? EndSaved()
    {
        var isSaved = _saved is not null;
        _saved = null;
        return isSaved ? new KeyedStateHandle(_range.First, _range.Last, [.. _savedRanges], Written) { BaseBytes = Written } : null;
    }

    /// <summary>Ends the snapshot in progress, all of which is written.</summary>
    /// <returns>Where the state is.</returns>
    public KeyedStateHandle End()
    {
        if (_isBase)
            _baseBytes = _bytes;
        return new KeyedStateHandle(_range.First, _range.Last, [.. _ranges], _bytes) { BaseBytes = _baseBytes };
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> chunk)
    {
        if (_segment is not { } segment)
            return;

        Append(chunk, segment, _ranges);
        if (_saved is { } saved)
            Append(chunk, saved, _savedRanges);
        _chunks++;
        _bytes += chunk.Length;
        Written += chunk.Length;
    }

    private static void Append(ReadOnlySpan<byte> chunk, OpenSegment segment, List<SegmentRange> ranges)
    {
        var number = segment.Writer.Append(chunk);
        var id = segment.Writer.Segment;
        if (ranges.Count > 0 && ranges[^1] is var last && last.Segment == id && last.Last == number - 1)
            ranges[^1] = last with { Last = number };
        else
            ranges.Add(new SegmentRange(id, number, number));
    }
}
