namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using System.Text;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

[Trait("promise", "persistence in SQLite")]
[Collection("SQLite")]
public sealed class SqlitePluginTests : SqlPluginContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override string True => "1";

    public void Dispose() => _folder.Dispose();

    protected override SqlSystem Open(string extra = "", string mapping = "default") =>
        SqlSystem.OnSqlite(_folder.File("akka.db"), mapping, extra);

    protected override string[] Rows(string sql)
    {
        using var probe = new SqliteProbe(_folder.File("akka.db"));
        return probe.Rows(sql);
    }

    protected override void Execute(string sql)
    {
        using var probe = new SqliteProbe(_folder.File("akka.db"));
        probe.Execute(sql);
    }

    protected override string Blob(string text) => $"X'{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}'";
}
