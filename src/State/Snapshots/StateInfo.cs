namespace Akka.Flink.State.Snapshots;

/// <summary>What a chunk's header says of a state, and what a program declares.</summary>
/// <param name="Name">The state's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="HasTimeToLive">Whether values carry the time of their last access.</param>
/// <param name="Namespace">The bytes of its namespaces; null if it has none.</param>
/// <param name="Element">The bytes of a map's keys; null for other kinds.</param>
/// <param name="Value">The bytes of its values; null for timers.</param>
internal sealed record StateInfo(string Name, StateKind Kind, bool HasTimeToLive, Schema? Namespace, Schema? Element, Schema? Value)
{
    /// <summary>Whether each snapshot holds all of it, so that of several only the last counts.</summary>
    public bool IsComplete => Kind is StateKind.Timers or >= StateKind.OperatorList;

    /// <inheritdoc/>
    public override string ToString()
    {
        var ttl = HasTimeToLive ? " with time-to-live" : "";
        var by = Namespace is null ? "" : $" by {Namespace}";
        return Element is null ? $"{Kind} of {Value}{by}{ttl}" : $"{Kind} of {Element} to {Value}{by}{ttl}";
    }
}
