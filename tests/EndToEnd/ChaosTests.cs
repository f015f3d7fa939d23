namespace Akka.Flink.EndToEnd.Tests;

using System.Diagnostics;
using Akka.Flink.EndToEnd.Tests.Support;
using Akka.Flink.Kafka.Tests.Cluster;

/// <summary>A few seconds of what './build.sh chaos' does for minutes.</summary>
public class ChaosTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [KafkaFact]
    public async Task A_ledger_on_three_nodes_loses_and_doubles_nothing_whatever_is_killed()
    {
        var program = Engine.Built("tests", "Chaos", "Akka.Flink.Chaos.Tests.dll");
        string[] kinds = ["worker-killed", "broker-killed", "task-throws"];
        using var chaos = new EngineProcess(new ProcessStartInfo(
            "dotnet", [program, "--minutes", "0.3", "--seed", "7", "--rate", "2000", "--kinds", string.Join(',', kinds)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });

        var result = await chaos.WaitForEndAsync(Patience);

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains(" 0 lost, 0 duplicated", result.Output, StringComparison.Ordinal);
        Assert.Contains(kinds, kind => result.Output.Contains(kind, StringComparison.Ordinal));
    }
}
