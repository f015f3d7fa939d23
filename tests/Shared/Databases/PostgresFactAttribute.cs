namespace Akka.Flink.Shared.Databases;

/// <summary>A fact that needs PostgreSQL; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresBinaries.MissingReason;
}
