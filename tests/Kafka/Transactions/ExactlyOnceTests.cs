namespace Akka.Flink.Kafka.Tests.Transactions;

using System.Globalization;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;
using Akka.Flink.Operators;
using Akka.Flink.Shared.Sinks;
using Akka.Flink.Sources;
using Confluent.Kafka;

[Collection(KafkaCollection.Name)]
public class ExactlyOnceTests(Broker broker)
{
    private readonly string _topic = KafkaPack.Missing is null ? broker.NewTopic(3) : "";

    private TransactionCoordinators Coordinators => new(
        new Dictionary<string, string> { ["bootstrap.servers"] = broker.Address }, TimeSpan.FromSeconds(30), CancellationToken.None);

    [KafkaFact]
    [Trait("rule", "X1")]
    public void Shows_records_when_their_checkpoint_is_complete_and_each_once()
    {
        using var run = new SinkRun(Sink()).Open();

        for (var round = 0; round < 8; round++)   // more than there are producers
        {
            run.Write(Values(round));
            var prepared = run.Prepare();
            Assert.Equal(round * 11, Committed().Count);
            run.Write($"open behind checkpoint {round}");
            run.Commit(prepared);
            AssertCommitted((round + 1) * 10 + round);
            run.Commit(run.Prepare());
        }
    }

    [KafkaFact]
    [Trait("rule", "X1")]
    public async Task Takes_nothing_behind_a_barrier_until_brokers_have_all_before_it_so_that_nothing_overtakes()
    {
        using var run = new SinkRun(Sink()).Open();
        run.Write(Values(0));
        Task<IReadOnlyList<KafkaTransaction>> preparing;
        broker.Pause();
        try
        {
            run.Write(Values(1));
            preparing = run.PrepareAsync();
            Assert.False(run.IsWritable);
        }
        finally
        {
            broker.Wake();
        }

        await run.WaitAsync();
        Assert.True(preparing.IsCompletedSuccessfully);
        Assert.True(run.IsWritable);
        run.Commit([.. await preparing]);
        AssertCommitted(20);
    }

    [KafkaFact]
    [Trait("rule", "X2")]
    public void Commits_after_a_crash_what_was_prepared_and_again_without_effect()
    {
        KafkaTransaction[] prepared;
        using (var killed = new SinkRun(Sink()).Open())
        {
            killed.Write(Values(0));
            prepared = killed.Prepare();
            killed.Write(Values(1));   // behind the barrier: of no checkpoint
        }

        using (var restored = new SinkRun(Sink()).Open(prepared))
        {
            Assert.Equal(1, restored.Context["transactionsCommitted"]);
            AssertCommitted(10);
            restored.Write(Values(1));
        }

        using var again = new SinkRun(Sink()).Open(prepared);   // crashed before its first checkpoint
        again.Write(Values(1));
        again.Commit(again.Prepare());

        AssertCommitted(20);
    }

    // Its node was paused, and hears of its checkpoint only now; the job has gone on without it.
    [KafkaFact]
    [Trait("rule", "X2")]
    public void A_subtask_that_was_replaced_does_not_end_what_its_successor_has_prepared_when_it_commits()
    {
        using var paused = new SinkRun(Sink()).Open();
        UntilAllProducersAreMade();
        paused.Write(Values(0));
        var before = paused.Prepare();
        using var successor = new SinkRun(Sink()).Open(before);
        successor.Write(Values(1));
        var after = successor.Prepare();

        var refusal = Assert.Throws<JobException>(() => paused.Commit(before));

        Assert.Contains("has taken over", refusal.Message);
        successor.Commit(after);
        AssertCommitted(20);
    }

    [KafkaFact]
    [Trait("rule", "X2")]
    public void A_subtask_that_was_replaced_does_not_end_what_its_successor_has_prepared_when_it_goes_on()
    {
        using var paused = new SinkRun(Sink()).Open();
        UntilAllProducersAreMade();
        using var successor = new SinkRun(Sink()).Open();
        var prepared = new List<KafkaTransaction[]>();
        for (var round = 0; round < 4; round++)   // each in a transaction of its own: more than were made at first
        {
            successor.Write(Values(round));
            prepared.Add(successor.Prepare());
        }

        var refusal = Assert.ThrowsAny<JobException>(() =>
        {
            for (var round = 4; round < 9; round++)
            {
                paused.Write(Values(round));
                Assert.Throws<JobException>(() => paused.Prepare());
            }
        });

        Assert.Contains("has taken over", refusal.Message);
        foreach (var each in prepared)
            successor.Commit(each);
        AssertCommitted(40);
    }

    // Its pool is still being made when another operator fails; the next attempt may have begun.
    [KafkaFact]
    [Trait("rule", "X2")]
    public void A_subtask_that_has_ended_begins_to_use_no_name_any_more()
    {
        var properties = new Dictionary<string, string>
        {
            ["bootstrap.servers"] = broker.Address, ["transaction.timeout.ms"] = "60000", ["queue.buffering.max.messages"] = "1000",
        };
        using var setup = new TransactionSetup(new SinkPlace(), properties, _topic, _topic, KafkaSettings.Default);
        setup.Cancel();

        Assert.Throws<OperationCanceledException>(() => TransactionalProducer.Make(setup, 0, null));

        Assert.Null(Coordinators.Describe(TransactionNames.Of(_topic, 0, 0)));
    }

    [KafkaFact]
    [Trait("rule", "X2")]
    public void Aborts_what_a_process_left_open_that_was_killed_before_its_checkpoint()
    {
        using var killed = broker.OpenTransaction($"{_topic}-0-9", _topic, "never");
        using var other = broker.OpenTransaction($"{_topic}-x-0-1", _topic, "of another prefix");

        using var run = new SinkRun(Sink()).Open();

        Assert.Equal(1, run.Context["transactionsAborted"]);
        Assert.Equal("CompleteAbort", Until($"{_topic}-0-9", found => !found.State.StartsWith("Prepare", StringComparison.Ordinal)).State);
        Assert.True(Coordinators.Describe($"{_topic}-x-0-1")!.IsOngoing);
        Coordinators.End($"{_topic}-x-0-1", Coordinators.Describe($"{_topic}-x-0-1")!.ProducerId, 0, isCommit: false);
        run.Write(Values(0));
        run.Commit(run.Prepare());
        AssertCommitted(10);
    }

    [KafkaFact]
    [Trait("rule", "X2")]
    public void Each_subtask_answers_for_its_own_names_after_the_parallelism_was_lowered()
    {
        KafkaTransaction[] prepared;
        using (var third = new SinkRun(Sink(), subtask: 3, parallelism: 6).Open())
        {
            third.Write(Values(0));
            prepared = third.Prepare();
        }

        using var killed = broker.OpenTransaction($"{_topic}-5-17", _topic, "never");

        using var even = new SinkRun(Sink(), subtask: 0, parallelism: 2).Open(prepared);
        Assert.Equal((0, 0), (even.Context["transactionsCommitted"], even.Context["transactionsAborted"]));
        Assert.True(Coordinators.Describe($"{_topic}-5-17")!.IsOngoing);
        Assert.True(Coordinators.Describe(prepared[0].TransactionalId)!.IsOngoing);

        using var odd = new SinkRun(Sink(), subtask: 1, parallelism: 2).Open(prepared);
        Assert.Equal((1, 1), (odd.Context["transactionsCommitted"], odd.Context["transactionsAborted"]));
        AssertCommitted(10);
    }

    [KafkaFact]
    [Trait("rule", "X8")]
    public void Does_not_commit_a_later_transaction_of_the_same_name()
    {
        using var run = new SinkRun(Sink()).Open();
        run.Write(Values(0));
        var first = run.Prepare();
        run.Commit(first);
        KafkaTransaction[] later;
        do
        {
            run.Write("later");
            later = run.Prepare();
        }
        while (later[0].TransactionalId != first[0].TransactionalId);
        Assert.Equal((first[0].ProducerId, first[0].Epoch), (later[0].ProducerId, later[0].Epoch));

        new TransactionResume(Coordinators).Run(first[0]);

        Assert.True(Coordinators.Describe(later[0].TransactionalId)!.IsOngoing);
    }

    [KafkaFact]
    [Trait("rule", "X7")]
    public void Begins_no_transaction_without_records()
    {
        using var run = new SinkRun(Sink()).Open();

        Assert.Empty(run.Prepare());
        Assert.DoesNotContain(Coordinators.ListOngoing(), name => name.StartsWith(_topic, StringComparison.Ordinal));
    }

    [KafkaFact]
    [Trait("rule", "X5")]
    public void Refuses_a_timeout_above_the_brokers_maximum_with_both_numbers()
    {
        using var run = new SinkRun(Sink(timeout: TimeSpan.FromHours(1)));

        var failure = Assert.Throws<JobException>(() => run.Open());

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains("the transaction timeout is 3600000 ms", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(transaction.max.timeout.ms) is 900000 ms", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'akka.flink.connectors.kafka.transaction-timeout'", failure.Message, StringComparison.Ordinal);
    }

    [KafkaFact]
    [Trait("rule", "X5")]
    public void Says_what_is_lost_when_a_transaction_timed_out_before_its_commit()
    {
        var sink = Sink(timeout: TimeSpan.FromSeconds(2));
        KafkaTransaction[] prepared;
        using (var killed = new SinkRun(sink).Open())
        {
            killed.Write(Values(0));
            prepared = killed.Prepare();
        }

        Until(prepared[0].TransactionalId, found => found.State == "CompleteAbort");

        using (var run = new SinkRun(sink))
        {
            var failure = Assert.Throws<JobException>(() => run.Open(prepared));
            Assert.Equal(ErrorDomain.Definition, failure.Domain);
            Assert.Contains("DATA LOSS", failure.Message, StringComparison.Ordinal);
            Assert.Contains($"transaction '{_topic}-0-", failure.Message, StringComparison.Ordinal);
            Assert.Contains("10 records are lost", failure.Message, StringComparison.Ordinal);
            foreach (var range in prepared[0].Ranges)
            {
                Assert.Contains(
                    $"{_topic}-{range.Partition} offsets {range.First} to {range.Last}", failure.Message, StringComparison.Ordinal);
            }

            Assert.Equal(10, prepared[0].Ranges.Sum(range => range.Last - range.First + 1));
        }

        sink.Configure(new Given((KafkaSettings.LostTransactionsKey, "report")));
        using var goesOn = new SinkRun(sink).Open(prepared);
        Assert.Contains("DATA LOSS", Assert.Single(goesOn.Context.Reports), StringComparison.Ordinal);
        Assert.Equal(1, goesOn.Context["transactionsLost"]);
    }

    [KafkaFact]
    [Trait("rule", "X5")]
    public void Says_what_is_lost_when_another_producer_has_taken_the_name()
    {
        using var run = new SinkRun(Sink()).Open();
        run.Write(Values(0));
        var prepared = run.Prepare();
        using (var thief = new SinkRun(Sink()).Open())
        {
            thief.Write(Values(1));
            thief.Commit(thief.Prepare());
            Until(prepared[0].TransactionalId, found => !prepared[0].Is(found));
        }

        var ownLoss = Assert.Throws<JobException>(() => run.Commit(prepared));
        using var restored = new SinkRun(Sink());
        var loss = Assert.Throws<JobException>(() => restored.Open(prepared));

        Assert.Contains("DATA LOSS", ownLoss.Message, StringComparison.Ordinal);
        Assert.Contains("10 records are lost", loss.Message, StringComparison.Ordinal);
    }

    [KafkaFact]
    public void Fails_a_checkpoint_whose_transaction_another_job_of_the_same_prefix_has_ended()
    {
        using var run = new SinkRun(Sink()).Open();
        run.Write(Values(0));
        Assert.True(SpinWait.SpinUntil(   // the other one has to find it
            () => Coordinators.ListOngoing().Any(name => name.StartsWith(_topic, StringComparison.Ordinal)), TimeSpan.FromSeconds(40)));
        using var copy = new SinkRun(Sink()).Open();

        var failure = Assert.Throws<JobException>(() => run.Prepare());

        Assert.Equal(ErrorDomain.External, failure.Domain);
        Assert.Contains("TransactionalIdPrefix", failure.Message, StringComparison.Ordinal);
    }

    [KafkaFact]
    public void Commits_though_the_broker_was_killed_behind_the_checkpoint()
    {
        using var run = new SinkRun(Sink()).Open();
        run.Write(Values(0));
        var prepared = run.Prepare();
        broker.Kill();
        broker.Restart();

        run.Commit(prepared);

        AssertCommitted(10);
    }

    [KafkaFact]
    [Trait("rule", "X1")]
    public void A_job_goes_on_from_each_checkpoint_and_no_record_is_there_twice()
    {
        var source = new GeneratorSource<string>(3000, i => i.ToString("d4", CultureInfo.InvariantCulture));
        JobSnapshot? snapshot = null;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var run = JobRun.Start(
                environment => environment.SetParallelism(1 + (attempt % 2))
                    .FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "source").Uid("source")
                    .SinkTo(Sink()).Uid("sink"),
                snapshot);
            run.UntilElapsed(TimeSpan.FromMilliseconds(50));
            snapshot = run.TakeCheckpoint();
            run.UntilElapsed(TimeSpan.FromMilliseconds(50));
        }

        using var last = JobRun.Start(
            environment => environment.FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "source").Uid("source")
                .SinkTo(Sink()).Uid("sink"),
            snapshot);
        last.Until(() => last.IsFinished, "the records");
        last.TakeCheckpoint();

        AssertCommitted(3000);
        Assert.Equal(3000, Committed().Distinct().Count());
    }

    private static IEnumerable<string> Values(int round) =>
        Enumerable.Range(round * 10, 10).Select(i => i.ToString("d4", CultureInfo.InvariantCulture));

    private KafkaSink<string> Sink(TimeSpan? timeout = null)
    {
        var builder = KafkaSink.Builder<string>().BootstrapServers(broker.Address).Topic(_topic).ValueFormat(RawFormat.Text)
            .DeliveryGuarantee(DeliveryGuarantee.ExactlyOnce).TransactionalIdPrefix(_topic);
        return (timeout is { } given ? builder.TransactionTimeout(given) : builder).Build();
    }

    private IReadOnlyList<string> Committed() =>
        [.. broker.ReadAll(_topic, 3, IsolationLevel.ReadCommitted).Select(each => each.Message.Value)];

    // A commit is decided before its markers are in the partitions.
    private void AssertCommitted(int count)
    {
        SpinWait.SpinUntil(() => Committed().Count >= count, TimeSpan.FromSeconds(20));
        Assert.Equal(count, Committed().Count);
    }

    private void UntilAllProducersAreMade()
    {
        for (var number = 0; number < 3; number++)
            Until(TransactionNames.Of(_topic, 0, number), _ => true);
    }

    private TransactionDescription Until(string name, Func<TransactionDescription, bool> condition)
    {
        TransactionDescription? found = null;
        Assert.True(
            SpinWait.SpinUntil(() => (found = Coordinators.Describe(name)) is not null && condition(found), TimeSpan.FromSeconds(40)),
            $"{found}");
        return found!;
    }
}
