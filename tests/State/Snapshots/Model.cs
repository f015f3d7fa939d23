namespace Akka.Flink.State.Tests.Snapshots;

/// <summary>What the states of all keys should hold: plain collections.</summary>
internal sealed class Model
{
    public Dictionary<long, long> Values { get; private init; } = [];

    public Dictionary<long, long> Boxes { get; private init; } = [];

    public Dictionary<long, List<long>> Lists { get; private init; } = [];

    public Dictionary<(long Key, string MapKey), long> Maps { get; private init; } = [];

    public Dictionary<(long Key, long Namespace), long> ByNamespace { get; private init; } = [];

    public HashSet<(long Key, long At)> Timers { get; private init; } = [];

    public HashSet<(long Key, long Namespace, long At)> NamespacedTimers { get; private init; } = [];

    public Dictionary<(long Start, long Key), long> Windows { get; private init; } = [];

    public int Count =>
        Values.Count + Boxes.Count + Lists.Sum(pair => pair.Value.Count) + Maps.Count
        + ByNamespace.Count + Timers.Count + NamespacedTimers.Count + Windows.Count;

    public Model Copy() => new()
    {
        Values = new(Values),
        Boxes = new(Boxes),
        Lists = Lists.ToDictionary(pair => pair.Key, pair => pair.Value.ToList()),
        Maps = new(Maps),
        ByNamespace = new(ByNamespace),
        Timers = [.. Timers],
        NamespacedTimers = [.. NamespacedTimers],
        Windows = new(Windows),
    };

    public string Describe() => string.Join(
        "\n",
        Line("values", Values.Select(pair => $"{pair.Key}={pair.Value}")),
        Line("boxes", Boxes.Select(pair => $"{pair.Key}={pair.Value}")),
        Line("lists", Lists.Where(pair => pair.Value.Count > 0).Select(pair => $"{pair.Key}=[{string.Join(",", pair.Value)}]")),
        Line("maps", Maps.Select(pair => $"{pair.Key}={pair.Value}")),
        Line("by namespace", ByNamespace.Select(pair => $"{pair.Key}={pair.Value}")),
        Line("timers", Timers.Select(timer => $"{timer}")),
        Line("namespaced timers", NamespacedTimers.Select(timer => $"{timer}")),
        Line("windows", Windows.Select(pair => $"{pair.Key}={pair.Value}")));

    private static string Line(string name, IEnumerable<string> items) =>
        $"{name}: {string.Join(" ", items.Order(StringComparer.Ordinal))}";
}
