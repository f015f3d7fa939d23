namespace Akka.Flink.Chaos.Tests.Faults;

using Akka.Flink.Shared.Databases;

/// <summary>All that can go wrong.</summary>
internal static class FaultKinds
{
    /// <summary>The faults of a run.</summary>
    /// <param name="arena">What they are done to.</param>
    /// <param name="kinds">What they are called; none for all.</param>
    /// <param name="say">Takes what is left out, and why.</param>
    /// <exception cref="InvalidOperationException">There is no such kind, or none is left.</exception>
    public static IReadOnlyList<IFault> Of(Arena arena, IReadOnlyList<string> kinds, Action<string> say)
    {
        var all = All(arena);
        if (kinds.Except(all.Select(fault => fault.Kind)).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException(
                $"No fault is called '{unknown}'. There are: {string.Join(", ", all.Select(fault => fault.Kind))}.");
        }

        var wanted = all.Where(fault => kinds.Count == 0 || kinds.Contains(fault.Kind)).ToLookup(fault => fault.Missing is null);
        foreach (var fault in wanted[false])
            say($"left out: {fault.Kind}: {fault.Missing}");
        return wanted[true].Any() ? [.. wanted[true]] : throw new InvalidOperationException("No fault is left that this machine allows.");
    }

    private static IFault[] All(Arena arena) =>
    [
        new NodeKilled(leads: false), new NodeKilled(leads: true), new NodePaused(leads: false), new NodePaused(leads: true),
        new LinkCut(oneWay: false), new LinkCut(oneWay: true), new NodeLeaves(), new BrokerKilled(), new BrokerPaused(),
        new DatabaseKilled(arena.Table, PostgresBinaries.MissingReason),
        new DiskFull(arena.Disk), new DiskSlow(arena.Disk), new TaskThrows(),
    ];
}
