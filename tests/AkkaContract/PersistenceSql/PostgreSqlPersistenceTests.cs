namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using Akka.Flink.AkkaContract.Tests.Persistence;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;
using Akka.Persistence.Sql;

/// <summary>The contract of persistence, kept by a PostgreSQL database that all tests share.</summary>
[Trait("promise", "persistence in PostgreSQL")]
[Collection(PostgresTests.Name)]
public sealed class PostgreSqlPersistenceTests : PersistenceContract
{
    public PostgreSqlPersistenceTests(PostgresServer server)
        : base(SqlSystem.Defaults + SqlSystem.Configuration("PostgreSQL.15", server.SharedDatabase)) => SqlPersistence.Get(Sys);
}
