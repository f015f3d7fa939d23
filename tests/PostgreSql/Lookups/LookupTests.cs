namespace Akka.Flink.PostgreSql.Tests.Lookups;

using Akka.Flink.Connectors.PostgreSql;
using Akka.Flink.PostgreSql.Tests.Support;
using Akka.Flink.Sinks;

[Collection(PostgresCollection.Name)]
public class LookupTests(PreparedServer server)
{
    private readonly OrderTable _table = PostgresBinaries.MissingReason is null ? Customers(server) : null!;

    private static readonly int[] Wanted = [1, 2, 1, 9, 1, 2, 9];

    [PostgresFact]
    public async Task Adds_what_the_table_has_under_each_key()
    {
        var named = await Sync(Lookup().Build(), Wanted);

        Assert.Equal(["1 Ada", "2 Bob", "1 Ada", "9 -", "1 Ada", "2 Bob", "9 -"], named);
    }

    [PostgresFact]
    public async Task Asks_for_many_keys_at_a_time()
    {
        _table.Run("INSERT INTO customers SELECT i, 'name ' || i, true FROM generate_series(10, 2009) i");
        int[] keys = [.. Enumerable.Range(10, 2000)];
        var function = Lookup().MaxConnections(2).Build().AsyncJoin<int, string>(key => key, Name);
        using var run = new FunctionRun(function);

        var results = await Task.WhenAll(keys.Select(key => function.InvokeAsync(key, CancellationToken.None)));

        Assert.Equal(keys.Select(key => $"{key} name {key}"), results.Select(each => Assert.Single(each)));
        Assert.InRange(run["questions"], 4, 1000);   // not one for each key
    }

    [PostgresFact]
    public async Task Keeps_the_order_of_records_though_they_wait_together()
    {
        int[] keys = [.. Enumerable.Range(0, 3000).Select(i => i % 11)];
        var env = StreamExecutionEnvironment.GetExecutionEnvironment();
        var sink = new CollectSink<string>();
        var lookup = Lookup().CacheMaxEntries(5).Build();
        AsyncDataStream.OrderedWait(
            env.FromElements(keys), lookup.AsyncJoin<int, string>(key => key, Name), TimeSpan.FromMinutes(1), capacity: 500).SinkTo(sink);

        await env.ExecuteAsync("lookup");

        Assert.Equal(keys.Select(key => Name(key, key switch { 1 => "Ada", 2 => "Bob", _ => null })), sink.Values);
    }

    [PostgresFact]
    public async Task Finds_keys_in_the_cache_also_those_without_a_row()
    {
        var function = Lookup().CacheMaxEntries(100).Build().AsyncJoin<int, string>(key => key, Name);
        using var run = new FunctionRun(function);
        var named = new List<string>();

        foreach (var key in Wanted)
            named.AddRange(await function.InvokeAsync(key, CancellationToken.None));

        Assert.Equal(["1 Ada", "2 Bob", "1 Ada", "9 -", "1 Ada", "2 Bob", "9 -"], named);
        Assert.Equal((4, 3), (run["cacheHits"], run["cacheMisses"]));
    }

    [PostgresFact]
    public void Looks_up_again_what_is_not_in_the_cache()
    {
        Assert.Equal((4, 3), HitsAndMisses(Lookup().CacheMaxEntries(100)));
        Assert.Equal((3, 4), HitsAndMisses(Lookup().CacheMaxEntries(100).CacheMissingKey(false)));
        Assert.Equal((0, 7), HitsAndMisses(Lookup()));
    }

    [PostgresFact]
    public async Task A_record_whose_time_is_up_does_not_wait_for_the_server()
    {
        var function = Lookup().Build().AsyncJoin<int, string>(key => key, Name);
        using var run = new FunctionRun(function);
        await using var held = await PostgresServer.Lock(_table.Database, "customers", "ACCESS EXCLUSIVE");
        using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => function.InvokeAsync(1, timeout.Token));
    }

    [PostgresFact]
    public async Task Gives_a_result_for_each_row_and_none_for_a_key_that_is_skipped()
    {
        _table.Run("INSERT INTO customers VALUES (2, 'Bea', true), (2, 'Eve', false)");

        var named = await Sync(Lookup().Where("active").SkipUnmatched().Build(), 2, 9, 1);

        Assert.Equal(["2 Bob", "2 Bea", "1 Ada"], [.. named.Take(2).OrderDescending(), named[2]]);
    }

    [PostgresFact]
    public async Task Goes_on_when_the_server_was_killed_in_between()
    {
        using var other = PostgresServer.With();
        var table = Customers(other);
        var lookup = Lookup(table.Database).MaxRetries(20).Build();
        var isFirst = true;
        var named = await Sync(lookup, [1, 2], key =>
        {
            if (!isFirst)
            {
                other.Crash();
                other.Start();
            }

            isFirst = false;
            return key;
        });

        Assert.Equal(["1 Ada", "2 Bob"], named);
    }

    [PostgresFact]
    public async Task Names_the_row_that_cannot_be_read()
    {
        var lookup = PostgreSqlLookup.Builder<int, string>().ConnectionString(_table.Database)
            .Table("customers").Key("id").Columns("name").Row(row => row.GetInt32(0).ToString("d", null)).Build();

        var failure = await Assert.ThrowsAnyAsync<FlinkException>(() => Sync(lookup, 2));

        Assert.Equal(ErrorDomain.Function, failure.Domain);
        Assert.Contains(
            "a row of table 'customers' (id=2) could not be read: InvalidCastException", failure.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Names_the_column_that_is_not_there()
    {
        var lookup = PostgreSqlLookup.Builder<int, string>().ConnectionString(_table.Database)
            .Table("customers").Key("ID").Columns("name").Row(row => row.GetString(0)).Build();

        var failure = await Assert.ThrowsAnyAsync<FlinkException>(() => Sync(lookup, 2));

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains("has no column 'ID'. Its columns are 'id', 'name', 'active'", failure.Message, StringComparison.Ordinal);
    }

    private static string Name(int key, string? row) => $"{key} {row ?? "-"}";

    private static OrderTable Customers(PreparedServer server) => Customers(server.Server);

    private static OrderTable Customers(PostgresServer server)
    {
        var table = new OrderTable(server);
        table.Run("CREATE TABLE customers (id int, name text, active bool)");
        table.Run("INSERT INTO customers VALUES (1, 'Ada', true), (2, 'Bob', true)");
        return table;
    }

    private static async Task<IReadOnlyList<string>> Sync(
        PostgreSqlLookup<int, string> lookup, IEnumerable<int> keys, Func<int, int> before)
    {
        var env = StreamExecutionEnvironment.GetExecutionEnvironment();
        var sink = new CollectSink<string>();
        env.FromElements([.. keys]).Map(before).FlatMap(lookup.Join<int, string>(key => key, Name)).SinkTo(sink);
        await env.ExecuteAsync("lookup");
        return sink.Values;
    }

    private static Task<IReadOnlyList<string>> Sync(PostgreSqlLookup<int, string> lookup, params int[] keys) =>
        Sync(lookup, keys, static key => key);

    private static (long Hits, long Misses) HitsAndMisses(PostgreSqlLookupBuilder<int, string> lookup)
    {
        var function = lookup.Build().Join<int, string>(key => key, Name);
        using var run = new FunctionRun(function);
        var named = new Collected<string>();
        foreach (var key in Wanted)
            function.FlatMap(key, named);
        Assert.Equal(Wanted.Length, named.Count);
        return (run["cacheHits"], run["cacheMisses"]);
    }

    private PostgreSqlLookupBuilder<int, string> Lookup() => Lookup(_table.Database);

    private static PostgreSqlLookupBuilder<int, string> Lookup(string database) => PostgreSqlLookup.Builder<int, string>()
        .ConnectionString(database).Table("customers").Key("id").Columns("name").Row(row => row.GetString(0));
}
