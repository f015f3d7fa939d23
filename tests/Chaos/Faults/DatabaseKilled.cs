namespace Akka.Flink.Chaos.Tests.Faults;

using Akka.Flink.Chaos.Tests.Ledger;

/// <summary>PostgreSQL dies with all of its processes and is started again: SIGKILL.</summary>
/// <param name="table">What it keeps; null where there is no server.</param>
/// <param name="missing">Why there is none.</param>
internal sealed class DatabaseKilled(BookingTable? table, string? missing) : IFault
{
    public string Kind => "database-killed";

    public string? Missing => missing;

    public async Task<string> StrikeAsync(Arena arena, Random random)
    {
        table!.Kill();
        await Pace.HoldAsync(random.Between(0.1, 4));
        await Task.Run(table.Restart);
        return "and started again";
    }
}
