namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sinks;
using Akka.Flink.State;

/// <summary>The sink of one subtask that writes in transactions.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="options">What the sink was built with.</param>
/// <remarks>
/// <para>A checkpoint holds the transactions that are written and not committed. After a failure another process first commits them, then
/// aborts what else is open under the sink's prefix, and only then makes clients: a client aborts what it finds under its name. Each
/// transaction is answered for by one subtask, by its name, so that none is aborted by one that another has to commit.</para>
/// <para>Names are used again once their transaction is committed. What tells the transactions of a name apart is when the brokers say that
/// they began.</para>
/// </remarks>
internal sealed class ExactlyOnceSink<T>(KafkaSinkOptions<T> options) : ICommittingSink<T, KafkaTransaction, long>
{
    private TransactionSetup? _setup;
    private TransactionCommitter? _committer;

    public bool SharesCommittables => true;

    public ITypeSerializer<KafkaTransaction> CommittableSerializer => TypeSerializers.For<KafkaTransaction>();

    public ITypeSerializer<long> WriterStateSerializer => TypeSerializers.For<long>();

    public ICommitter<KafkaTransaction> CreateCommitter(ISinkContext context)
    {
        NativeLibrarySearch.Load(options.Settings.Librdkafka);
        _setup = new TransactionSetup(
            context, options.TransactionProperties(), options.Topic, options.TransactionPrefix!, options.Settings);
        return _committer = new TransactionCommitter(_setup, context, options.Settings.ReportsLostTransactions);
    }

    public ICommittingSinkWriter<T, KafkaTransaction, long> CreateWriter(ISinkContext context, IReadOnlyList<long> restored)
    {
        var (setup, aborted) = (_setup!, context.Counter("transactionsAborted"));
        var lingering = new LingeringTransactions(setup.Coordinators, setup.Prefix);
        foreach (var transaction in lingering.Find(setup.AnswersFor))
        {
            if (lingering.Abort(transaction))
                aborted.Inc();
        }

        var pool = new TransactionPool(setup, options.TransactionPool);
        _committer!.Pool = pool;
        return new TransactionalWriter<T>(context, options, pool);
    }
}
