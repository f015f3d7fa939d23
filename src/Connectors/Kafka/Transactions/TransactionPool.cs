namespace Akka.Flink.Connectors.Kafka;

/// <summary>The transactional producers of a subtask: one that writes, those that wait for their checkpoint, and spare ones, made ahead
/// since that takes a while.</summary>
/// <remarks><para>It grows when more checkpoints are under way than there are producers.</para>
/// <para><b>Threads.</b> The task's; producers are made on others.</para></remarks>
internal sealed class TransactionPool
{
    private readonly TransactionSetup _setup;
    private readonly Queue<TransactionalProducer> _ready = [];
    private readonly List<Task<TransactionalProducer>> _making = [];
    private readonly List<(TransactionalProducer Producer, Task Work)> _prepared = [];
    private int _next;

    /// <summary>Makes producers, and waits for the first one.</summary>
    /// <param name="setup">What they share.</param>
    /// <param name="size">How many.</param>
    public TransactionPool(TransactionSetup setup, int size)
    {
        _setup = setup;
        while (_next < size)
            Make(_next++, null);
        WaitForOne();
    }

    /// <summary>Whether one is there to be taken.</summary>
    public bool IsReady
    {
        get
        {
            Harvest();
            return _ready.Count > 0;
        }
    }

    /// <summary>All that were made and are not open, for what is counted.</summary>
    public IEnumerable<TransactionalProducer> Idle => _ready.Concat(_prepared.Select(each => each.Producer));

    /// <summary>Ends when one may be there.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(CancellationToken cancellationToken) =>
        _making.Count == 0 ? Task.CompletedTask : Task.WhenAny(_making).WaitAsync(cancellationToken);

    /// <summary>Takes one, and waits for it if it must.</summary>
    public TransactionalProducer Take()
    {
        WaitForOne();
        var taken = _ready.Dequeue();
        if (_ready.Count + _making.Count == 0)
            Make(_next++, taken);
        return taken;
    }

    /// <summary>Prepares the transaction of a producer that was taken.</summary>
    /// <param name="producer">The producer.</param>
    /// <param name="checkpointId">The checkpoint.</param>
    /// <returns>What is to be committed.</returns>
    public Task<IReadOnlyList<KafkaTransaction>> PrepareAsync(TransactionalProducer producer, long checkpointId)
    {
        var work = Start<IReadOnlyList<KafkaTransaction>>(() => [producer.Prepare(checkpointId)]);
        _prepared.Add((producer, work));
        return work;
    }

    /// <summary>The producer that holds a transaction.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <returns>The producer; null when another process had it.</returns>
    public TransactionalProducer? Find(KafkaTransaction transaction)
    {
        foreach (var (producer, work) in _prepared)
        {
            if (work.IsCompletedSuccessfully && ReferenceEquals(producer.Prepared, transaction))
                return producer;
        }

        return null;
    }

    /// <summary>Takes one back whose transaction is committed.</summary>
    /// <param name="producer">The producer.</param>
    public void Free(TransactionalProducer producer)
    {
        _prepared.RemoveAll(each => each.Producer == producer);
        _ready.Enqueue(producer);
    }

    /// <summary>Makes another one of the same name in the place of one that is of no use any more.</summary>
    /// <param name="producer">The producer.</param>
    public void Replace(TransactionalProducer producer)
    {
        _prepared.RemoveAll(each => each.Producer == producer);
        producer.Dispose();
        Make(producer.Number, _ready.TryPeek(out var other) ? other : _prepared.Count > 0 ? _prepared[0].Producer : null);
    }

    /// <summary>Lets go of all. What is prepared stays as it is.</summary>
    /// <param name="open">The one that writes; null for none.</param>
    public void Close(TransactionalProducer? open)
    {
        open?.TryAbort();
        _setup.Cancel();
        _ = Task.Run(() => open?.Dispose());
        foreach (var producer in _ready)
            _ = Task.Run(producer.Dispose);
        foreach (var (producer, work) in _prepared)
            _ = work.ContinueWith(_ => producer.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        foreach (var making in _making)
            _ = DisposeAsync(making);
        _ready.Clear();
        _prepared.Clear();
        _making.Clear();
    }

    private static async Task DisposeAsync(Task<TransactionalProducer> making)
    {
        await ((Task)making).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (making.IsCompletedSuccessfully)
            (await making.ConfigureAwait(false)).Dispose();
    }

    // What waits for brokers has threads of its own, so that the process's are left for the rest.
    private static Task<TAnswer> Start<TAnswer>(Func<TAnswer> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Make(int number, TransactionalProducer? witness) =>
        _making.Add(Start(() => TransactionalProducer.Make(_setup, number, witness)));

    private void WaitForOne()
    {
        while (!IsReady)
            Task.WaitAny([.. _making]);
    }

    private void Harvest()
    {
        for (var i = _making.Count - 1; i >= 0; i--)
        {
            if (!_making[i].IsCompleted)
                continue;

            var made = _making[i];
            _making.RemoveAt(i);
            _ready.Enqueue(made.GetAwaiter().GetResult());
        }
    }
}
