namespace Akka.Flink.Shared.Databases;

using Xunit.Sdk;

/// <summary>A theory of a base class; skipped like a <see cref="DatabaseFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Akka.Flink.Shared.Databases.DatabaseTheoryDiscoverer", TestAssembly.Name)]
public sealed class DatabaseTheoryAttribute : TheoryAttribute;
