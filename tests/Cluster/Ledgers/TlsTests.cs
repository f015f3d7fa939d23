namespace Akka.Flink.Cluster.Tests.Ledgers;

using Akka.Flink.Cluster.Tests.Support;
using Xunit.Abstractions;

/// <summary>Nodes that trust each other by certificates, as <c>config/tls.conf</c> has it.</summary>
public class TlsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_job_runs_on_nodes_that_talk_by_tls_and_ask_for_a_token()
    {
        using var certificate = new NodeCertificate();

        await new LedgerScenarios(new LedgerSetup { Certificate = certificate }, output).RunAsync(2);
    }
}
