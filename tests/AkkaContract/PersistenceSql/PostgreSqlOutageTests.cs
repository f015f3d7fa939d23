namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using System.Diagnostics;
using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

/// <summary>What happens while the server is away; this server is stopped, so no other test uses it.</summary>
[Trait("promise", "PostgreSQL going away and coming back")]
[Collection("PostgreSQL, away")]
public sealed class PostgreSqlOutageTests : IDisposable
{
    private readonly PostgresServer _server = new();

    public void Dispose() => _server.Dispose();

    [PostgresFact]
    public async Task Fails_writes_while_the_server_is_away_and_goes_on_when_it_is_back()
    {
        await using var system = new SqlSystem(SqlSystem.Configuration("PostgreSQL", _server.NewDatabase()));
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"), new TextEvent("2"));

        _server.Stop();
        Assert.IsType<Journaled.Failed>(await Add(actor));

        _server.Start();
        var seen = await system.Recover("a");
        Assert.Equal([new TextEvent("1"), new TextEvent("2")], seen.Events);
        Assert.Equal(3, await system.Add(system.Start("a"), new TextEvent("3")));
    }

    [PostgresFact]
    public async Task Has_every_acknowledged_event_after_the_server_was_killed_and_goes_on()
    {
        await using var system = new SqlSystem(SqlSystem.Configuration("PostgreSQL", _server.NewDatabase()));
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"), new TextEvent("2"));

        _server.Crash();
        Assert.IsType<Journaled.Failed>(await Add(actor));

        _server.Start();
        var seen = await system.Recover("a");
        Assert.Equal([new TextEvent("1"), new TextEvent("2")], seen.Events);
        Assert.Equal(3, await system.Add(system.Start("a"), new TextEvent("3")));
    }

    [PostgresFact]
    public async Task Replaces_a_connection_that_the_driver_found_broken_while_it_was_idle()
    {
        await using var system = new SqlSystem(SqlSystem.Configuration("PostgreSQL", _server.NewDatabase() + ";Keepalive=1"));
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"));

        _server.Crash();
        await _server.AwaitDisconnected();   // the driver looks each second
        _server.Start();

        Assert.Equal(2, await system.Add(actor, new TextEvent("2")));
    }

    [PostgresFact]
    public async Task Starts_without_the_server_and_goes_on_when_it_is_there()
    {
        var database = _server.NewDatabase();
        _server.Stop();
        await using var system = new SqlSystem(SqlSystem.Configuration("PostgreSQL", database));
        var early = system.Start("a");
        await early.WatchAsync().WaitAsync(SqlSystem.Patience);

        _server.Start();

        var deadline = Stopwatch.StartNew();
        while (await Add(system.Start("a")) is not Journaled.Added)
            Assert.True(deadline.Elapsed < SqlSystem.Patience, "Nothing could be written after the server had come back.");
    }

    private static Task<object> Add(IActorRef actor) => actor.Ask<object>(new Journaled.Add(new TextEvent("3")), SqlSystem.Patience);
}
