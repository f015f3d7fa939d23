namespace Akka.Flink.PostgreSql.Tests.Support;

using Akka.Flink.Connectors.PostgreSql;
using Akka.Flink.Shared.Sinks;
using Akka.Flink.Sinks;

/// <summary>A subtask of a sink that a test drives by hand, from its restore to its end, wherever it may stop.</summary>
internal sealed class SinkRun : ISinkVisitor<Order, object>, IDisposable
{
    private readonly ICommittingSink<Order, PostgreSqlTransaction, long> _sink;
    private readonly ICommitter<PostgreSqlTransaction> _committer;
    private ICommittingSinkWriter<Order, PostgreSqlTransaction, long>? _writer;
    private long _lastCheckpoint;

    public SinkRun(PostgreSqlSink<Order> sink, SinkPlace? place = null)
    {
        Context = place ?? new SinkPlace();
        _sink = (ICommittingSink<Order, PostgreSqlTransaction, long>)((ISink<Order>)sink).Accept(this);
        _committer = _sink.CreateCommitter(Context);
    }

    public SinkPlace Context { get; }

    public ICommittingSinkWriter<Order, PostgreSqlTransaction, long> Writer => _writer!;

    /// <summary>Restores what was prepared, and opens the writer.</summary>
    public SinkRun Open(params PostgreSqlTransaction[] restored)
    {
        _committer.Commit(restored);
        _writer = _sink.CreateWriter(Context, []);
        return this;
    }

    public SinkRun Write(params IEnumerable<Order> values)
    {
        foreach (var value in values)
            _writer!.Write(value, value.Id * 1000);
        return this;
    }

    /// <summary>Takes a checkpoint as far as its acknowledgement.</summary>
    public PostgreSqlTransaction[] Prepare()
    {
        _writer!.Flush(endOfInput: false);
        return [.. _writer.PrepareCommitAsync(++_lastCheckpoint).GetAwaiter().GetResult()];
    }

    public void Commit(params PostgreSqlTransaction[] prepared) => _committer.Commit(prepared);

    public void Dispose()
    {
        _writer?.Close();
        _committer.Close();
    }

    object ISinkVisitor<Order, object>.Visit(ISink<Order> sink) => sink;

    object ISinkVisitor<Order, object>.Visit<TCommittable, TWriterState>(ICommittingSink<Order, TCommittable, TWriterState> sink) => sink;
}
