namespace Akka.Flink.Chaos.Tests.Faults;

/// <summary>A function of the job throws.</summary>
internal sealed class TaskThrows : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Kind => "task-throws";

    public async Task<string> StrikeAsync(Arena arena, Random random)
    {
        var order = Path.Combine(arena.Orders, $"{Guid.NewGuid():N}.order");
        File.WriteAllText(order, "");
        var isTaken = await Pace.WaitForAsync(() => Task.FromResult(!File.Exists(order)), Patience);
        return isTaken ? "in one subtask" : throw new TimeoutException($"No subtask has failed to order within {Patience}.");
    }
}
