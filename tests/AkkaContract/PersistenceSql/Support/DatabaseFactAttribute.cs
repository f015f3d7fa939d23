namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using Xunit.Sdk;

/// <summary>A fact of a base class; where the derived class needs PostgreSQL and that is not installed, it is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(
    "Akka.Flink.AkkaContract.Tests.PersistenceSql.Support.DatabaseFactDiscoverer", "Akka.Flink.AkkaContract.Tests")]
public sealed class DatabaseFactAttribute : FactAttribute;
