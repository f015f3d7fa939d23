namespace Akka.Flink.Chaos.Tests.Faults;

/// <summary>The broker dies and is started again: SIGKILL.</summary>
internal sealed class BrokerKilled : IFault
{
    public string Kind => "broker-killed";

    public async Task<string> StrikeAsync(Arena arena, Random random)
    {
        arena.Broker.Kill();
        await Pace.HoldAsync(random.Between(0.1, 3));
        await Task.Run(arena.Broker.Restart);
        return "and started again";
    }
}
