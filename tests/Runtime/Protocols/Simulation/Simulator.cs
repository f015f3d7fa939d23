namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

using System.Collections.Concurrent;

/// <summary>Runs seeds.</summary>
internal static class Simulator
{
    private const int LinesShown = 120;

    /// <summary>Runs seeds, all of which must keep every invariant.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many.</param>
    public static void RunAll(int first, int count)
    {
        var failures = new ConcurrentBag<int>();
        var last = first - 1;
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(RunSome)).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();

        if (!failures.IsEmpty)
            Assert.Fail(Explain(failures.Min(), new Steps()));

        // Not on the pool's threads: other tests wait for timers, which need those.
        void RunSome()
        {
            while (failures.IsEmpty && Interlocked.Increment(ref last) is var seed && seed < first + count)
            {
                if (Run(seed, new Steps()) is not null)
                    failures.Add(seed);
            }
        }
    }

    /// <summary>Runs one seed.</summary>
    /// <returns>What it violated; null when nothing.</returns>
    public static InvariantViolatedException? Run(int seed, Steps steps) => Run(new World(seed, steps));

    /// <summary>Runs seeds until one violates something.</summary>
    /// <returns>What; null when none does.</returns>
    public static InvariantViolatedException? Find(Steps steps, int seeds, Func<InvariantViolatedException, bool> isWanted)
    {
        for (var seed = 0; seed < seeds; seed++)
        {
            if (Run(seed, steps) is { } violation && isWanted(violation))
                return violation;
        }

        return null;
    }

    private static InvariantViolatedException? Run(World world)
    {
        try
        {
            world.Run();
            return null;
        }
        catch (InvariantViolatedException violation)
        {
            return violation;
        }
        catch (Exception thrown)   // not the end of the test process: the seed is wanted
        {
            return new InvariantViolatedException(Invariants.NothingThrows, thrown.ToString());
        }
    }

    private static string Explain(int seed, Steps steps)
    {
        var world = new World(seed, steps, isTraced: true);
        if (Run(world) is not { } violation)
            return $"Seed {seed} failed, and did not when it ran again: the simulation is not deterministic.";

        var lines = world.Lines.Skip(Math.Max(0, world.Lines.Count - LinesShown));
        return $"Seed {seed} at {world.NowMs} ms: {violation.Message}\n{string.Join('\n', lines)}";
    }
}
