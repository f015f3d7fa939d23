namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

/// <summary>A chunk store in memory whose progress a test can hold back, and which a test can make fail.</summary>
internal sealed class MemoryChunkStore : IChunkStore
{
    private readonly ConcurrentDictionary<SegmentId, Writer> _segments = new();
    private volatile Exception? _failure;
    private volatile bool _isHeld;

    public IReadOnlyList<SegmentId> Segments => [.. _segments.Keys.OrderBy(each => each.Value, StringComparer.Ordinal)];

    public long Chunks => _segments.Values.Sum(segment => segment.Appended);

    /// <summary>From now on everything that is written fails; null ends that.</summary>
    public void FailWith(Exception? failure) => _failure = failure;

    /// <summary>From now on nothing becomes durable.</summary>
    public void Hold() => _isHeld = true;

    /// <summary>What was held back becomes durable.</summary>
    public void Release()
    {
        _isHeld = false;
        foreach (var segment in _segments.Values)
            segment.Tell();
    }

    public ISegmentWriter Open(SegmentId segment, Action<SegmentProgress> persisted)
    {
        var writer = new Writer(this, segment, persisted);
        return _segments.TryAdd(segment, writer) ? writer : throw new InvalidOperationException($"{segment} was opened before.");
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        SegmentRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (_failure is { } failure)
            throw failure;

        for (var number = range.First; number <= range.Last; number++)
            yield return _segments[range.Segment].ChunkAt(number);
    }

    public Task DeleteAsync(SegmentId segment, CancellationToken cancellationToken)
    {
        _segments.TryRemove(segment, out _);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SegmentId>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SegmentId>>([.. Segments.Where(each => each.Value.StartsWith(prefix, StringComparison.Ordinal))]);

    private sealed class Writer(MemoryChunkStore store, SegmentId segment, Action<SegmentProgress> persisted) : ISegmentWriter
    {
        private const int MostOutstanding = 8;

        private readonly List<byte[]> _chunks = [];
        private long _persisted;

        public SegmentId Segment { get; } = segment;

        public long Appended
        {
            get
            {
                lock (_chunks)
                    return _chunks.Count;
            }
        }

        public bool IsWritable => Appended - Interlocked.Read(ref _persisted) < MostOutstanding;

        public long Append(ReadOnlySpan<byte> chunk)
        {
            long number;
            lock (_chunks)
            {
                _chunks.Add(chunk.ToArray());
                number = _chunks.Count;
            }

            ThreadPool.QueueUserWorkItem(_ => Tell());
            return number;
        }

        public void Close()
        {
        }

        public ReadOnlyMemory<byte> ChunkAt(long number)
        {
            lock (_chunks)
                return _chunks[(int)number - 1];
        }

        public void Tell()
        {
            if (store._failure is { } failure)
            {
                persisted(new SegmentProgress(Segment, Interlocked.Read(ref _persisted), failure));
                return;
            }

            if (store._isHeld)
                return;

            var durable = Appended;
            Interlocked.Exchange(ref _persisted, durable);
            persisted(new SegmentProgress(Segment, durable, null));
        }
    }
}
