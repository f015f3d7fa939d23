namespace Akka.Flink.PostgreSql.Tests.Support;

/// <summary>The tests that share a server.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PreparedServer>
{
    public const string Name = "postgres";
}
