namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using System.Collections.Concurrent;
using Akka.Flink.Sinks;
using Akka.Flink.State;

/// <summary>Makes records visible when they are committed.</summary>
internal sealed class LedgerSink : ICommittingSink<long, long[], string>
{
    private readonly ConcurrentQueue<long> _committed = new();
    private volatile Exception? _failure;

    public IReadOnlyList<long> Committed => [.. _committed];

    /// <summary>From now on commits fail.</summary>
    public void FailWith(Exception failure) => _failure = failure;

    public ITypeSerializer<long[]> CommittableSerializer => TypeSerializers.For<long[]>();

    public ITypeSerializer<string> WriterStateSerializer => TypeSerializers.For<string>();

    public ICommittingSinkWriter<long, long[], string> CreateWriter(ISinkContext context, IReadOnlyList<string> restored) => new Writer();

    public ICommitter<long[]> CreateCommitter(ISinkContext context) => new Committer(this);

    private sealed class Writer : ICommittingSinkWriter<long, long[], string>
    {
        private readonly List<long> _open = [];

        public void Write(long value, long timestampMs) => _open.Add(value);

        public void Flush(bool endOfInput)
        {
        }

        public IReadOnlyList<long[]> PrepareCommit()
        {
            long[] prepared = [.. _open];
            _open.Clear();
            return prepared.Length == 0 ? [] : [prepared];
        }

        public IReadOnlyList<string> SnapshotState(long checkpointId) => [];
    }

    private sealed class Committer(LedgerSink sink) : ICommitter<long[]>
    {
        public void Commit(IReadOnlyList<long[]> committables)
        {
            if (sink._failure is { } failure)
                throw failure;
            foreach (var value in committables.SelectMany(each => each))
                sink._committed.Enqueue(value);
        }
    }
}
