namespace Akka.Flink.Operators;

/// <summary>What an operator counts: plain fields that its thread adds to, once a batch, and observers read.</summary>
public sealed class OperatorMetrics
{
    private volatile SortedDictionary<string, Counter> _counters = new(StringComparer.Ordinal);

    /// <summary>How many records came in.</summary>
    public long RecordsIn { get; set; }

    /// <summary>How many records went out, to the main output and to side outputs that somebody reads.</summary>
    public long RecordsOut { get; set; }

    /// <summary>How many records were dropped because they were late.</summary>
    public long LateRecordsDropped { get; set; }

    /// <summary>The last watermark; the smallest long before the first one.</summary>
    public long CurrentWatermarkMs { get; set; } = long.MinValue;

    /// <summary>The counters that functions asked for, by name.</summary>
    public IReadOnlyDictionary<string, Counter> Counters => _counters;

    /// <summary>The counter of a name, made if it is not there yet.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The counter.</returns>
    public Counter Counter(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (_counters.TryGetValue(name, out var known))
            return known;

        var made = new Counter();
        _counters = new SortedDictionary<string, Counter>(_counters, StringComparer.Ordinal) { { name, made } };   // others may be reading
        return made;
    }
}
