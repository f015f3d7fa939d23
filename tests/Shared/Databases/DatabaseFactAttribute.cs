namespace Akka.Flink.Shared.Databases;

using Xunit.Sdk;

/// <summary>A fact of a base class; skipped, with the reason, where the derived class needs PostgreSQL and that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Akka.Flink.Shared.Databases.DatabaseFactDiscoverer", TestAssembly.Name)]
public sealed class DatabaseFactAttribute : FactAttribute;
