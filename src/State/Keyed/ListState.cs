namespace Akka.Flink.State.Keyed;

using System.Collections;
using Akka.Flink.State.Tables;

/// <summary>A list for each slot, whose elements are entries of their own: adding to a long list touches and writes only what was
/// added.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="space">The slots of lists.</param>
/// <param name="elements">The slots of elements.</param>
/// <param name="column">The elements.</param>
internal sealed class ListState<T>(SlotSpace space, ElementSpace elements, Column<T> column)
    : KeyedState(column.Info.Name, space), IListState<T>
{
    private Enumerator? _spare;

    /// <inheritdoc/>
    public void Add(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        column.Set(elements.Add(Slot), value);
    }

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
    public override bool HasEntry(int slot) => elements.FirstOf(slot) >= 0;

    /// <inheritdoc/>
    public void Clear()
    {
        var list = Slot;
        for (var i = elements.FirstOf(list); i >= 0; i = elements.FirstOf(list))
        {
            elements.Unlink(i);
            column.Remove(i);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        var enumerator = _spare ?? new Enumerator(this);
        _spare = null;
        enumerator.Start(elements.FirstOf(Slot));
        return enumerator;
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T Read(ref int element)
    {
        column.TryGet(element, out var value);
        element = elements.NextOf(element);
        return value!;
    }

    // Used again once disposed: enumerating allocates nothing in the long run.
    private sealed class Enumerator(ListState<T> state) : IEnumerator<T>
    {
        private int _next;

        public T Current { get; private set; } = default!;

        object? IEnumerator.Current => Current;

        public void Start(int first) => _next = first;

        public bool MoveNext()
        {
            if (_next < 0)
                return false;

            Current = state.Read(ref _next);
            return true;
        }

        public void Reset() => throw StateErrors.ForwardOnly("list");

        public void Dispose()
        {
            _next = -1;
            Current = default!;
            state._spare = this;
        }
    }
}
