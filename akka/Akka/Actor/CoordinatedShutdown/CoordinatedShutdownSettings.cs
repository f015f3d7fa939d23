namespace Akka.Actor;

using Akka.Configuration;

/// <summary>What <c>akka.coordinated-shutdown</c> says.</summary>
internal sealed record CoordinatedShutdownSettings(
    IReadOnlyDictionary<string, ShutdownPhase> Phases,
    IReadOnlyList<string> OrderedPhases,
    bool TerminatesActorSystem,
    bool ExitsProcess,
    bool RunsOnProcessExit)
{
    private const string Path = "akka.coordinated-shutdown";

    public static CoordinatedShutdownSettings From(Config config)
    {
        var section = config.GetConfig(Path);
        if (section is null || section.IsEmpty)
            throw ConfigurationException.NullOrEmptyConfig<CoordinatedShutdown>(Path);

        var terminatesActorSystem = section.GetBoolean("terminate-actor-system", true);
        if (section.GetBoolean("run-by-actor-system-terminate", true) && !terminatesActorSystem)
        {
            throw new ConfigurationException(
                $"{Path}.run-by-actor-system-terminate=on and {Path}.terminate-actor-system=off is not a supported configuration " +
                "combination: the actor system would never end. Turn the first off or the second on.");
        }

        var phases = PhasesFrom(section);
        return new CoordinatedShutdownSettings(
            phases,
            Order(phases),
            terminatesActorSystem,
            section.GetBoolean("exit-clr", false),
            section.GetBoolean("run-by-clr-shutdown-hook", true));
    }

    /// <summary>Each phase after all those it depends on; those that leave the choice come in the order of their names.</summary>
    internal static IReadOnlyList<string> Order(IReadOnlyDictionary<string, ShutdownPhase> phases)
    {
        var ordered = new List<string>();
        var onTheWay = new List<string>();
        foreach (var phase in phases.Keys.Concat(phases.Values.SelectMany(phase => phase.DependsOn)).Order(StringComparer.Ordinal))
            Visit(phase);

        return ordered;

        void Visit(string phase)
        {
            if (ordered.Contains(phase))
                return;

            var cycle = onTheWay.Contains(phase);
            onTheWay.Add(phase);
            if (cycle)
            {
                throw new ArgumentException(
                    $"Cycle detected in graph of phases. It must be a DAG. Phase [{phase}] depends transitively on itself: " +
                    $"[{string.Join(" -> ", onTheWay)}]. Correct '{Path}.phases'.");
            }

            if (phases.TryGetValue(phase, out var settings))
            {
                foreach (var dependency in settings.DependsOn.Order(StringComparer.Ordinal))
                    Visit(dependency);
            }

            onTheWay.RemoveAt(onTheWay.Count - 1);
            ordered.Add(phase);
        }
    }

    private static Dictionary<string, ShutdownPhase> PhasesFrom(Config section)
    {
        var defaultTimeout = section.GetTimeSpan("default-phase-timeout", TimeSpan.FromSeconds(5), allowInfinite: false);
        var phases = new Dictionary<string, ShutdownPhase>();
        var configured = section.GetConfig("phases");
        if (configured is null)
            return phases;

        foreach (var (name, value) in configured.AsEnumerable())
        {
            var phase = value.ToConfig();
            phases[name] = new ShutdownPhase(
                [.. phase.GetStringList("depends-on", []) ?? []],
                phase.GetTimeSpan("timeout", defaultTimeout, allowInfinite: false),
                phase.GetBoolean("recover", true));
        }

        return phases;
    }
}
