namespace Akka.Flink.State.Tables;

/// <summary>Slots for keys below the slots of another space: the keys of maps, or the namespaces of keys.</summary>
/// <typeparam name="TSub">The type of keys below.</typeparam>
/// <param name="parent">The space above.</param>
internal abstract class SubSpace<TSub>(SlotSpace parent) : ChildSpace(parent)
{
    /// <summary>The key below of a slot.</summary>
    /// <param name="slot">The slot.</param>
    public abstract TSub KeyAt(int slot);

    /// <summary>The slot of a key below.</summary>
    /// <param name="parent">The slot above.</param>
    /// <param name="sub">The key below.</param>
    /// <returns>Its slot; -1 if it has none.</returns>
    public abstract int Find(int parent, TSub sub);

    /// <summary>The slot of a key below, given to it if it has none.</summary>
    /// <param name="parent">The slot above.</param>
    /// <param name="sub">The key below.</param>
    /// <returns>Its slot.</returns>
    public abstract int GetOrAdd(int parent, TSub sub);
}
