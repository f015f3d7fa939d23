namespace Akka.Flink.State.Keyed;

using Akka.Flink.State.Tables;

/// <summary>The namespaces of one type below the keys of an operator, such as its windows: sets the current one.</summary>
/// <typeparam name="TNamespace">The type.</typeparam>
/// <remarks>States that were declared by namespace belong to the current key and the current namespace; changing the key forgets the
/// namespace.</remarks>
internal sealed class StateNamespace<TNamespace>
{
    private readonly SlotSpace _keys;

    /// <summary>The namespaces below some keys.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="space">The namespaces.</param>
    /// <param name="schema">The bytes of namespaces.</param>
    public StateNamespace(SlotSpace keys, SubSpace<TNamespace> space, Schema schema)
    {
        _keys = keys;
        Space = space;
        Schema = schema;
    }

    /// <summary>The bytes of namespaces.</summary>
    public Schema Schema { get; }

    /// <summary>The slots of (key, namespace).</summary>
    public SubSpace<TNamespace> Space { get; }

    /// <summary>Makes a namespace of the current key the current one.</summary>
    /// <param name="value">The namespace.</param>
    public void SetCurrent(TNamespace value) => Space.Current = Space.GetOrAdd(_keys.Current, value);

    /// <summary>Leaves the current namespace.</summary>
    public void ClearCurrent() => Space.Current = -1;
}
