namespace Akka.Flink.Kafka.Tests.Transactions;

using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Shared.Sinks;
using Akka.Flink.Sinks;

/// <summary>A subtask of an exactly-once sink that a test drives by hand, from its restore to its end, wherever it may
/// stop.</summary>
internal sealed class SinkRun : ISinkVisitor<string, object>, IDisposable
{
    private readonly ICommittingSink<string, KafkaTransaction, long> _sink;
    private readonly ICommitter<KafkaTransaction> _committer;
    private ICommittingSinkWriter<string, KafkaTransaction, long>? _writer;
    private long _lastCheckpoint;

    public SinkRun(KafkaSink<string> sink, int subtask = 0, int parallelism = 1)
    {
        Context = new SinkPlace(subtask, parallelism);
        _sink = (ICommittingSink<string, KafkaTransaction, long>)((ISink<string>)sink).Accept(this);
        _committer = _sink.CreateCommitter(Context);
    }

    public SinkPlace Context { get; }

    public bool IsWritable => _writer!.IsWritable;

    public Task WaitAsync() => _writer!.WaitAsync(CancellationToken.None).AsTask();

    /// <summary>Restores what was prepared, and opens the writer.</summary>
    public SinkRun Open(params KafkaTransaction[] restored)
    {
        _committer.Commit(restored);
        _writer = _sink.CreateWriter(Context, []);
        return this;
    }

    public void Write(params IEnumerable<string> values)
    {
        foreach (var value in values)
            _writer!.Write(value, -1);
    }

    /// <summary>Takes a checkpoint as far as its acknowledgement.</summary>
    public KafkaTransaction[] Prepare() => [.. PrepareAsync().GetAwaiter().GetResult()];

    public Task<IReadOnlyList<KafkaTransaction>> PrepareAsync()
    {
        _writer!.Flush(endOfInput: false);
        return _writer.PrepareCommitAsync(++_lastCheckpoint);
    }

    public void Commit(params KafkaTransaction[] prepared) => _committer.Commit(prepared);

    public void Dispose()
    {
        _writer?.Close();
        _committer.Close();
    }

    object ISinkVisitor<string, object>.Visit(ISink<string> sink) => sink;

    object ISinkVisitor<string, object>.Visit<TCommittable, TWriterState>(ICommittingSink<string, TCommittable, TWriterState> sink) => sink;
}
