namespace Akka.Flink.State.Keyed;

using System.Collections;
using Akka.Flink.State.Tables;

/// <summary>What lists with and without time-to-live have in common.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="name">The state's name.</param>
/// <param name="space">The slots of lists.</param>
/// <param name="elements">The slots of elements.</param>
internal abstract class ListStateBase<T>(string name, SlotSpace space, ElementSpace elements) : KeyedState(name, space), IListState<T>
{
    /// <summary>The slots of elements.</summary>
    protected ElementSpace Elements { get; } = elements;

    /// <inheritdoc/>
    public abstract void Add(T value);

    /// <inheritdoc/>
    public abstract void Clear();

    /// <inheritdoc/>
    public abstract IEnumerator<T> GetEnumerator();

    /// <inheritdoc/>
    public void AddAll(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values as ICollection<T> ?? [.. values])   // what is lazy may read this very list
            Add(value);
    }

    /// <inheritdoc/>
    public void Update(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var newElements = values as ICollection<T> ?? [.. values];
        Clear();
        AddAll(newElements);
    }

    /// <inheritdoc/>
    public sealed override bool HasEntry(int slot) => Elements.FirstOf(slot) >= 0;

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
