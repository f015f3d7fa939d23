namespace Akka.Persistence.Sql.Settings;

/// <summary>The databases that the plugins speak to.</summary>
internal enum SqlProvider
{
    Sqlite,
    PostgreSql,
}
