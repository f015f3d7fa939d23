namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using System.Text;
using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

[Trait("promise", "persistence in PostgreSQL")]
[Collection(PostgresTests.Name)]
public sealed class PostgreSqlPluginTests(PostgresServer server) : SqlPluginContract
{
    private readonly string _database = server.NewDatabase();

    protected override string True => "True";

    [PostgresFact]
    public async Task Fails_an_event_that_does_not_fit_its_column_but_not_its_neighbours()
    {
        await using var system = Open("parallelism = 1");
        var actors = Array.ConvertAll([new string('x', 256), "a", "b"], id => system.Start(id));
        foreach (var actor in actors)
            await system.Look(actor);
        await system.Add(actors[1], new TextEvent("1"));
        var journal = Akka.Persistence.Persistence.Instance.Apply(system.Actors).JournalFor(null);
        List<Task<object>> answers = [];

        // The first write waits for the lock, and the others form a batch behind it.
        await using (var other = await PostgresServer.Lock(_database, "journal"))
        {
            foreach (var actor in new[] { actors[1], actors[0], actors[2] })
            {
                answers.Add(actor.Ask<object>(new Journaled.Add(new TextEvent("2")), SqlSystem.Patience));
                await actor.Ask<ActorIdentity>(new Identify(null), SqlSystem.Patience);
                await journal.Ask<ActorIdentity>(new Identify(null), SqlSystem.Patience);
            }
        }

        Assert.IsType<Journaled.Added>(await answers[0]);
        Assert.Contains("too long", Assert.IsType<Journaled.Failed>(await answers[1]).Cause.Message, StringComparison.Ordinal);
        Assert.IsType<Journaled.Added>(await answers[2]);
    }

    protected override SqlSystem Open(string extra = "", string mapping = "default") =>
        new(SqlSystem.Configuration("PostgreSQL.15", _database, mapping, extra));

    protected override string[] Rows(string sql) => PostgresServer.Rows(_database, sql);

    protected override void Execute(string sql) => PostgresServer.Execute(_database, sql);

    protected override string Blob(string text) => $"'\\x{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}'";
}
