namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using Xunit.Sdk;

/// <summary>A theory of a base class; skipped like a <see cref="DatabaseFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(
    "Akka.Flink.AkkaContract.Tests.PersistenceSql.Support.DatabaseTheoryDiscoverer", "Akka.Flink.AkkaContract.Tests")]
public sealed class DatabaseTheoryAttribute : TheoryAttribute;
