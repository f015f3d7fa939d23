namespace Akka.Flink.Shared.Databases;

/// <summary>The assembly of these tests: what discoverers of tests are looked for in.</summary>
internal static class TestAssembly
{
    public const string Name = "Akka.Flink.Cluster.Tests";
}
