namespace Akka.Flink.Operators.Tests.Sinks;

using Akka.Flink.Sinks;
using Akka.Flink.State;

public class CommittingSinkTests
{
    [Fact]
    [Trait("rule", "K3")]
    public void Commits_what_was_written_before_a_checkpoint_when_it_is_complete()
    {
        var sink = new LedgerSink();
        var driver = new SynchronousDriver(Job(sink), new SynchronousDriverOptions { BatchSize = 4 });

        driver.Step();
        Assert.Empty(sink.Committed);
        driver.TakeCheckpoint();

        Assert.Equal(["0,1,2,3"], sink.Committed);
    }

    [Fact]
    [Trait("rule", "K3")]
    public void Commits_again_after_a_restore()
    {
        var first = new LedgerSink();
        var driver = new SynchronousDriver(Job(first), new SynchronousDriverOptions { BatchSize = 4 });
        driver.Step();
        var checkpoint = driver.TakeCheckpoint();
        var second = new LedgerSink();

        new SynchronousDriver(Job(second), null, checkpoint).Run();

        Assert.Equal(["0,1,2,3", "4,5,6,7,8,9"], second.Committed);
    }

    [Fact]
    [Trait("rule", "X2")]
    public void Gives_every_subtask_what_all_have_prepared_where_the_sink_wants_that()
    {
        var first = new LateSink();
        var driver = new SynchronousDriver(LateJob(first, parallelism: 3), new SynchronousDriverOptions { BatchSize = 4 });
        driver.Step();
        var checkpoint = driver.TakeCheckpoint();
        var second = new LateSink();

        var restored = new SynchronousDriver(LateJob(second, parallelism: 2), null, checkpoint);

        Assert.Equal(3, first.Committed.Count);
        Assert.Equal(first.Committed.Order(), second.Committed.Distinct().Order());
        Assert.Equal(6, second.Committed.Count);
        var again = restored.TakeCheckpoint();
        var third = new LateSink();
        _ = new SynchronousDriver(LateJob(third, parallelism: 1), null, again);
        Assert.Empty(third.Committed);   // nothing was written since, and what was committed is not kept
    }

    private static JobGraph LateJob(LateSink sink, int parallelism)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.SetParallelism(parallelism);
        environment.FromSequence(0, 2000).Uid("numbers").SinkTo(sink).Uid("late");
        return environment.CreateJobGraph();
    }

    private static JobGraph Job(LedgerSink sink)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(0, 9).Uid("numbers").SinkTo(sink).Uid("ledger");
        return environment.CreateJobGraph();
    }

    private sealed class LedgerSink : ICommittingSink<long, string, string>
    {
        public List<string> Committed { get; } = [];

        public ITypeSerializer<string> CommittableSerializer => TypeSerializers.For<string>();

        public ITypeSerializer<string> WriterStateSerializer => TypeSerializers.For<string>();

        public ICommittingSinkWriter<long, string, string> CreateWriter(ISinkContext context, IReadOnlyList<string> restored) =>
            new Writer();

        public ICommitter<string> CreateCommitter(ISinkContext context) => new Committer(Committed);
    }

    private sealed class Writer : ICommittingSinkWriter<long, string, string>
    {
        private readonly List<long> _open = [];

        public void Write(long value, long timestampMs) => _open.Add(value);

        public void Flush(bool endOfInput)
        {
        }

        public IReadOnlyList<string> PrepareCommit()
        {
            if (_open.Count == 0)
                return [];

            var prepared = string.Join(',', _open);
            _open.Clear();
            return [prepared];
        }

        public IReadOnlyList<string> SnapshotState(long checkpointId) => [$"after {checkpointId}"];
    }

    private sealed class Committer(List<string> committed) : ICommitter<string>
    {
        public void Commit(IReadOnlyList<string> committables) => committed.AddRange(committables);
    }

    // Says what is to be committed only later, on another thread.
    private sealed class LateSink : ICommittingSink<long, string, string>
    {
        public List<string> Committed { get; } = [];

        public bool SharesCommittables => true;

        public ITypeSerializer<string> CommittableSerializer => TypeSerializers.For<string>();

        public ITypeSerializer<string> WriterStateSerializer => TypeSerializers.For<string>();

        public ICommittingSinkWriter<long, string, string> CreateWriter(ISinkContext context, IReadOnlyList<string> restored) =>
            new LateWriter();

        public ICommitter<string> CreateCommitter(ISinkContext context) => new Committer(Committed);
    }

    private sealed class LateWriter : ICommittingSinkWriter<long, string, string>
    {
        private readonly Writer _inner = new();

        public void Write(long value, long timestampMs) => _inner.Write(value, timestampMs);

        public void Flush(bool endOfInput)
        {
        }

        public IReadOnlyList<string> PrepareCommit() => _inner.PrepareCommit();

        public async Task<IReadOnlyList<string>> PrepareCommitAsync(long checkpointId)
        {
            var prepared = PrepareCommit();
            await Task.Yield();
            return prepared;
        }

        public IReadOnlyList<string> SnapshotState(long checkpointId) => [];
    }
}
