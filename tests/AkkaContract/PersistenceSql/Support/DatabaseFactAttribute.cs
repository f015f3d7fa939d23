namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using Xunit.Sdk;

/// <summary>A fact of a base class; skipped, with the reason, where the derived class needs PostgreSQL and that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(
    "Akka.Flink.AkkaContract.Tests.PersistenceSql.Support.DatabaseFactDiscoverer", "Akka.Flink.AkkaContract.Tests")]
public sealed class DatabaseFactAttribute : FactAttribute;
