namespace Akka.Flink.Connectors.PostgreSql;

using Akka.Flink.Sinks;
using Akka.Flink.State;

/// <summary>The sink of subtasks: rows in batches, prepared for a checkpoint or committed before it.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="options">What the sink was built with.</param>
/// <remarks>A checkpoint holds the transactions that are prepared and not committed. After a failure all subtasks are given all of them;
/// each commits those that it answers for by their number, and then rolls back what else of theirs is prepared, so that none is rolled back
/// that another has to commit.</remarks>
internal sealed class BatchSink<T>(SinkOptions<T> options) : ICommittingSink<T, PostgreSqlTransaction, long>
{
    public bool SharesCommittables => true;

    public ITypeSerializer<PostgreSqlTransaction> CommittableSerializer => TypeSerializers.For<PostgreSqlTransaction>();

    public ITypeSerializer<long> WriterStateSerializer => TypeSerializers.For<long>();

    public ICommitter<PostgreSqlTransaction> CreateCommitter(ISinkContext context) =>
        new TransactionCommitter(context, options.Server, options.ControlSchema, options.ReportsLostTransactions);

    public ICommittingSinkWriter<T, PostgreSqlTransaction, long> CreateWriter(ISinkContext context, IReadOnlyList<long> restored)
    {
        ISession<T> session = options.TransactionIdPrefix is not null ? new TransactionSession<T>(context, options)
            : options.Keys.Length > 0 ? new UpsertSession<T>(context, options)
            : new InsertSession<T>(context, options);
        return new BatchWriter<T>(context, options, session);
    }
}
