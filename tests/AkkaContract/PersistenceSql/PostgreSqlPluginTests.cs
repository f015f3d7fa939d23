namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using System.Text;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlPluginTests(PostgresServer server) : SqlPluginContract
{
    private readonly string _database = server.NewDatabase();

    protected override string True => "True";

    protected override SqlSystem Open(string extra = "", string mapping = "default") =>
        new(SqlSystem.Configuration("PostgreSQL.15", _database, mapping, extra));

    protected override string[] Rows(string sql) => PostgresServer.Rows(_database, sql);

    protected override void Execute(string sql) => PostgresServer.Execute(_database, sql);

    protected override string Blob(string text) => $"'\\x{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}'";
}
