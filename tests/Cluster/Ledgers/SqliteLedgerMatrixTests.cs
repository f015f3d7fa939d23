namespace Akka.Flink.Cluster.Tests.Ledgers;

using Xunit.Abstractions;

[Trait("run", "full")]
public class SqliteLedgerMatrixTests(ITestOutputHelper output) : LedgerMatrix(() => null, output);
