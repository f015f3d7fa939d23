namespace Akka.Flink.PostgreSql.Tests.Upserts;

using Akka.Flink.Connectors.PostgreSql;
using Akka.Flink.PostgreSql.Tests.Support;
using Akka.Flink.Shared.Sinks;

[Collection(PostgresCollection.Name)]
public class UpsertTests(PreparedServer server)
{
    private readonly OrderTable _table = PostgresBinaries.MissingReason is null ? new OrderTable(server, "PRIMARY KEY") : null!;

    [PostgresFact]
    public void Keeps_the_last_record_of_each_key_also_within_a_batch()
    {
        using var run = new SinkRun(_table.Sink.BuildUpsert("id")).Open();

        run.Write(Order.Of(1, "first"), Order.Of(2, "only"), Order.Of(1, "second"), Order.Of(1, "third"));
        Assert.Empty(run.Prepare());

        Assert.Equal(["1|third", "2|only"], _table.Rows("SELECT id, name FROM orders ORDER BY id"));
        run.Write(Order.Of(2, null) with { Name = null });
        run.Prepare();
        Assert.Equal(["1|third", "2|"], _table.Rows("SELECT id, name FROM orders ORDER BY id"));
    }

    [PostgresFact]
    public void Writing_the_same_again_changes_nothing()
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var run = new SinkRun(_table.Sink.BatchSize(7).BuildUpsert("id"), new SinkPlace(Attempt: attempt)).Open();
            run.Write(Order.Range(0, 100));
            run.Prepare();
        }

        Assert.Equal((100, 100), (_table.Count, _table.Distinct));
    }

    [PostgresFact]
    public void Deletes_and_brings_back()
    {
        using var run = new SinkRun(_table.Sink.DeleteWhen(order => order.Name == "gone").BuildUpsert("id")).Open();
        run.Write(Order.Range(0, 5));
        run.Prepare();

        run.Write(Order.Of(1, "gone"), Order.Of(2, "gone"), Order.Of(2, "back"));
        run.Write(Order.Of(9, "gone"), Order.Of(3, "new"), Order.Of(3, "gone"));
        run.Prepare();

        Assert.Equal(["0|order 0", "2|back", "4|order 4"], _table.Rows("SELECT id, name FROM orders ORDER BY id"));
    }

    [PostgresFact]
    public void An_older_attempt_is_refused_in_the_transaction_of_its_batch()
    {
        using var old = new SinkRun(_table.Sink.BatchSize(5).MaxRetries(1).BuildUpsert("id"), new SinkPlace(Attempt: 3)).Open();
        old.Write(Order.Range(0, 5));
        old.Prepare();

        using var run = new SinkRun(_table.Sink.BuildUpsert("id"), new SinkPlace(Attempt: 4)).Open();
        run.Write(Order.Of(0, "of attempt 4"));
        run.Prepare();
        var failure = Assert.Throws<JobException>(() => old.Write(Order.Of(0, "of attempt 3")).Prepare());

        Assert.Equal(ErrorDomain.External, failure.Domain);
        Assert.Contains("attempt 3 of the job", failure.Message, StringComparison.Ordinal);
        Assert.Contains("attempt 4", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["of attempt 4"], _table.Rows("SELECT name FROM orders WHERE id = 0"));
    }

    [PostgresFact]
    public void A_fence_that_was_raised_rolls_a_batch_back_with_the_statement_that_resets_it()
    {
        using var run = new SinkRun(_table.Sink.BuildUpsert("id"), new SinkPlace(Attempt: 3)).Open();
        _table.Run("UPDATE akka_flink_fences SET attempt = 8");

        var failure = Assert.Throws<JobException>(() => run.Write(Order.Range(0, 5)).Prepare());

        Assert.Contains("attempt 3 of the job may not write, since attempt 8", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "DELETE FROM \"public\".\"akka_flink_fences\" WHERE sink = 'job/orders-uid/orders'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, _table.Count);
    }

    [PostgresFact]
    public void Goes_on_when_its_connection_is_ended()
    {
        using var run = new SinkRun(_table.Sink.BuildUpsert("id")).Open();
        run.Write(Order.Range(0, 5));
        run.Prepare();
        _table.Run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity " +
            "WHERE datname = current_database() AND application_name LIKE 'akka-flink:%'");

        run.Write(Order.Range(5, 5));
        run.Prepare();

        Assert.Equal(10, _table.Count);
        Assert.Equal(1, run.Context["batchesRetried"]);
    }

    [PostgresFact]
    public void Refuses_a_table_without_a_unique_index_on_the_key()
    {
        _table.Run("ALTER TABLE orders DROP CONSTRAINT orders_pkey");

        var failure = Assert.Throws<JobException>(() => new SinkRun(_table.Sink.BuildUpsert("id")).Open());

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains("Create a unique index", failure.Message, StringComparison.Ordinal);
    }
}
