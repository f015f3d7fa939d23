namespace Akka.Flink.Chaos.Tests.Faults;

using System.Globalization;

/// <summary>The broker stands still, its connections open, and goes on: SIGSTOP and SIGCONT.</summary>
internal sealed class BrokerPaused : IFault
{
    public string Kind => "broker-paused";

    public async Task<string> StrikeAsync(Arena arena, Random random)
    {
        var time = random.Between(1, 10);
        arena.Broker.Pause();
        await Pace.HoldAsync(time);
        arena.Broker.Wake();
        return string.Create(CultureInfo.InvariantCulture, $"for {time.TotalSeconds:0.0} s");
    }
}
