namespace Akka.Flink.Runtime.Tests.Coordination;

using Akka.Event;
using Akka.Flink.Runtime;

/// <summary>Nodes that would begin clusters over one database.</summary>
public abstract class PresenceContract
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private protected abstract PresenceTable NewTable();

    [DatabaseFact]
    public void One_begins_and_no_other_until_it_has_said_that_it_has_ended()
    {
        var table = NewTable();
        table.Create();
        table.Create();

        Assert.Null(table.Read());
        Assert.True(table.TryBegin("one", Long));
        Assert.False(table.TryBegin("other", Long));
        table.End("other");
        Assert.Equal("one", table.Read()!.Node);
        table.End("one");

        Assert.True(table.TryBegin("other", Long));
    }

    [DatabaseFact]
    public void Whoever_is_a_member_keeps_it_alive_and_what_has_expired_counts_no_more()
    {
        var table = NewTable();
        table.Create();
        table.TryBegin("one", TimeSpan.Zero);

        Assert.True(table.TryBegin("other", TimeSpan.Zero));
        table.Keep("member", Long);

        Assert.Equal("member", table.Read()!.Node);
        Assert.False(table.TryBegin("one", Long));
    }

    [DatabaseFact]
    public async Task A_cluster_that_lives_is_named_and_after_it_was_killed_another_one_begins()
    {
        var table = NewTable();
        table.Create();
        var first = new ClusterPresence(table, TimeProvider.System);
        await first.BeginAsync("one:1", CancellationToken.None);
        first.Keep("one:1", NoLogger.Instance);

        Exception? error = null;
        for (var attempt = 0; attempt < 3 && error is null; attempt++)   // who stands still for the time to live lives no more
        {
            error = await Record.ExceptionAsync(
                () => new ClusterPresence(table, TimeProvider.System).BeginAsync("other:1", CancellationToken.None));
        }

        Assert.IsType<StorageException>(error);
        Assert.Contains("node one:1 is one of it", error.Message);
        Assert.Contains("'--seed one:1'", error.Message);

        await first.StopAsync("one:1", isLast: false);   // as if it had been killed
        await new ClusterPresence(table, TimeProvider.System).BeginAsync("other:1", CancellationToken.None)
            .WaitAsync(ClusterPresence.TimeToLive * 5);
        Assert.Equal("other:1", table.Read()!.Node);
    }
}
