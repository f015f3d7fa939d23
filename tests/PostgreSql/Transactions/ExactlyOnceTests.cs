namespace Akka.Flink.PostgreSql.Tests.Transactions;

using Akka.Flink.Connectors.PostgreSql;
using Akka.Flink.PostgreSql.Tests.Support;
using Akka.Flink.Shared.Sinks;

[Collection(PostgresCollection.Name)]
public class ExactlyOnceTests(PreparedServer server)
{
    private readonly OrderTable _table = PostgresBinaries.MissingReason is null ? new OrderTable(server) : null!;

    [PostgresFact]
    [Trait("rule", "X1")]
    public void Shows_rows_when_their_checkpoint_is_complete_and_each_once()
    {
        using var run = new SinkRun(Sink()).Open();

        for (var round = 0; round < 40; round++)   // more than commits between two prunings of proofs
        {
            run.Write(Order.Range(round * 10, 7));
            var prepared = run.Prepare();
            Assert.Equal(round * 10, _table.Count);
            run.Write(Order.Range((round * 10) + 7, 3));
            run.Commit(prepared);
            Assert.Equal((round * 10) + 7, _table.Count);
            run.Commit(run.Prepare());
        }

        Assert.Equal((400, 400), (_table.Count, _table.Distinct));
        Assert.Equal(0, _table.Prepared);
        Assert.Equal(80, run.Context["transactionsCommitted"]);
        Assert.InRange((long)_table.Ask("SELECT count(*) FROM akka_flink_commits")!, 1, 33);
    }

    [PostgresFact]
    [Trait("rule", "X2")]
    public void Commits_after_a_crash_what_was_prepared_and_again_without_effect()
    {
        PostgreSqlTransaction[] prepared;
        using (var killed = new SinkRun(Sink()).Open())
        {
            killed.Write(Order.Range(0, 10));
            prepared = killed.Prepare();
            killed.Write(Order.Range(10, 10));   // behind the barrier: of no checkpoint
        }

        using (var restored = new SinkRun(Sink()).Open(prepared))
        {
            Assert.Equal(1, restored.Context["transactionsCommitted"]);
            Assert.Equal(10, _table.Count);
            restored.Write(Order.Range(10, 10));
        }

        using var again = new SinkRun(Sink()).Open(prepared);   // crashed before its first checkpoint
        again.Write(Order.Range(10, 10));
        again.Commit(again.Prepare());

        Assert.Equal((20, 20), (_table.Count, _table.Distinct));
        Assert.Empty(again.Context.Reports);
    }

    [PostgresFact]
    [Trait("rule", "X2")]
    public void Rolls_back_what_a_process_left_that_was_killed_before_its_checkpoint()
    {
        using (var killed = new SinkRun(Sink()).Open())
        {
            killed.Write(Order.Range(0, 10));
            killed.Prepare();
        }

        using var other = new SinkRun(Sink("orders_other")).Open();
        other.Write(Order.Range(100, 1));
        other.Prepare();

        using var run = new SinkRun(Sink()).Open();

        Assert.Equal(1, run.Context["transactionsRolledBack"]);
        Assert.Equal(1, _table.Prepared);
        run.Write(Order.Range(0, 10));
        run.Commit(run.Prepare());
        Assert.Equal((10, 10), (_table.Count, _table.Distinct));
    }

    [PostgresFact]
    [Trait("rule", "X2")]
    public void Each_subtask_answers_for_its_own_transactions_after_the_parallelism_was_lowered()
    {
        var prepared = new List<PostgreSqlTransaction>();
        for (var subtask = 0; subtask < 6; subtask++)
        {
            using var killed = new SinkRun(Sink(), new SinkPlace(subtask, 6)).Open();
            killed.Write(Order.Range(subtask * 10, 5));
            prepared.AddRange(killed.Prepare());
            killed.Write(Order.Range((subtask * 10) + 5, 5));
            killed.Prepare();
        }

        using var even = new SinkRun(Sink(), new SinkPlace(0, 2, Attempt: 2)).Open([.. prepared]);
        Assert.Equal((3, 3), (even.Context["transactionsCommitted"], even.Context["transactionsRolledBack"]));
        Assert.Equal(6, _table.Prepared);

        using var odd = new SinkRun(Sink(), new SinkPlace(1, 2, Attempt: 2)).Open([.. prepared]);
        Assert.Equal((3, 3), (odd.Context["transactionsCommitted"], odd.Context["transactionsRolledBack"]));
        Assert.Equal((30, 30), (_table.Count, _table.Distinct));
        Assert.Equal(0, _table.Prepared);
    }

    [PostgresFact]
    [Trait("rule", "X7")]
    public void Begins_no_transaction_without_records()
    {
        using var run = new SinkRun(Sink()).Open();

        Assert.Empty(run.Prepare());
        Assert.Empty(_table.Rows("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'"));
    }

    [PostgresFact]
    [Trait("rule", "X5")]
    public void Refuses_a_server_that_allows_too_few_prepared_transactions_with_both_numbers()
    {
        var failure = Assert.Throws<JobException>(() => new SinkRun(Sink(), new SinkPlace(0, 33)).Open());

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains("allows 64 prepared transactions (max_prepared_transactions)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("takes 66: 33 subtasks", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Set max_prepared_transactions = 66 or more", failure.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    [Trait("rule", "X5")]
    public void Says_what_is_lost_when_somebody_rolled_a_transaction_back()
    {
        PostgreSqlTransaction[] prepared;
        using (var killed = new SinkRun(Sink()).Open())
        {
            killed.Write(Order.Range(7, 10));
            prepared = killed.Prepare();
        }

        _table.Run($"ROLLBACK PREPARED '{prepared[0].Gid}'");

        using (var run = new SinkRun(Sink()))
        {
            var failure = Assert.Throws<JobException>(() => run.Open(prepared));
            Assert.Equal(ErrorDomain.Definition, failure.Domain);
            Assert.Contains("DATA LOSS", failure.Message, StringComparison.Ordinal);
            Assert.Contains($"transaction '{prepared[0].Gid}' of checkpoint 1", failure.Message, StringComparison.Ordinal);
            Assert.Contains("10 rows of 'orders' are lost", failure.Message, StringComparison.Ordinal);
            Assert.Contains("timestamps from 7000 to 16000", failure.Message, StringComparison.Ordinal);
        }

        var sink = Sink();
        sink.Configure(new Given((PostgreSqlSettings.LostTransactionsKey, "report")));
        using var goesOn = new SinkRun(sink).Open(prepared);
        Assert.Contains("DATA LOSS", Assert.Single(goesOn.Context.Reports), StringComparison.Ordinal);
        Assert.Equal(1, goesOn.Context["transactionsLost"]);
    }

    [PostgresFact]
    public void Ends_a_writer_of_an_older_attempt_that_goes_on_writing()
    {
        using var cutOff = new SinkRun(Sink()).Open();
        cutOff.Write(Order.Range(0, 10));

        using var run = new SinkRun(Sink(), new SinkPlace(Attempt: 2)).Open();

        var failure = Assert.Throws<JobException>(() => cutOff.Prepare());
        Assert.Equal(ErrorDomain.External, failure.Domain);
        Assert.Equal(0, _table.Prepared);
        run.Write(Order.Range(0, 10));
        run.Commit(run.Prepare());
        Assert.Equal((10, 10), (_table.Count, _table.Distinct));
    }

    [PostgresFact]
    public void An_older_attempt_that_comes_late_gives_way()
    {
        using var run = new SinkRun(Sink(), new SinkPlace(Attempt: 12)).Open();

        var failure = Assert.Throws<JobException>(() => new SinkRun(Sink(), new SinkPlace(Attempt: 9)).Open());

        Assert.Contains("attempt 9 of the job finds attempt 12 at work", failure.Message, StringComparison.Ordinal);
        run.Write(Order.Range(0, 10));
        run.Commit(run.Prepare());
        Assert.Equal(10, _table.Count);
    }

    [PostgresFact]
    public void An_older_attempt_rolls_nothing_back_that_a_newer_one_has_prepared()
    {
        PostgreSqlTransaction[] prepared;
        using (var killed = new SinkRun(Sink(), new SinkPlace(Attempt: 12)).Open())
        {
            killed.Write(Order.Range(0, 10));
            prepared = killed.Prepare();
        }

        var failure = Assert.Throws<JobException>(() => new SinkRun(Sink(), new SinkPlace(Attempt: 9)).Open());

        Assert.Contains(
            $"attempt 9 of the job finds transaction '{prepared[0].Gid}', which attempt 12", failure.Message, StringComparison.Ordinal);
        using var restored = new SinkRun(Sink(), new SinkPlace(Attempt: 13)).Open(prepared);
        Assert.Equal((10, 0), (_table.Count, _table.Prepared));
    }

    [PostgresFact]
    public void Commits_though_the_server_was_killed_behind_the_checkpoint()
    {
        using var other = PostgresServer.With("max_prepared_transactions=8");
        var table = new OrderTable(other);
        using var run = new SinkRun(table.Sink.BuildExactlyOnce("orders")).Open();
        run.Write(Order.Range(0, 10));
        var prepared = run.Prepare();
        run.Write(Order.Range(10, 1));
        run.Commit([]);
        other.Crash();
        other.Start();

        run.Commit(prepared);

        Assert.Equal(10, table.Count);
    }

    [Theory]
    [InlineData("orders", "orders_")]
    [InlineData("a_b'c", "a%5Fb%27c_")]
    [InlineData("größe", "gr%C3%B6%C3%9Fe_")]
    public void Names_can_be_told_apart(string prefix, string beginning) =>
        Assert.Equal(beginning, TransactionNames.Beginning(prefix));

    [Fact]
    public void Names_stay_within_what_the_server_takes()
    {
        var (first, second) = (new string('x', 300) + "1", new string('x', 300) + "2");
        var name = TransactionNames.Of(
            TransactionNames.Beginning(first), "0123abcd", int.MaxValue, long.MaxValue, long.MaxValue - 1, "0123456789ab");

        Assert.InRange(name.Length, 1, 199);
        Assert.Equal(
            new TransactionOwner("0123abcd", int.MaxValue, long.MaxValue),
            TransactionNames.OwnerOf(TransactionNames.Beginning(first), name));
        Assert.Null(TransactionNames.OwnerOf(TransactionNames.Beginning(second), name));
        Assert.Null(TransactionNames.OwnerOf("orders_", "orders_other_0_1_2_3"));
        Assert.Equal(new TransactionOwner("00000000", 7, 1), TransactionNames.OwnerOf("orders_", "orders_00000000_7_1_end_e"));
    }

    private PostgreSqlSink<Order> Sink(string prefix = "orders") => _table.Sink.BatchSize(4).BuildExactlyOnce(prefix);
}
