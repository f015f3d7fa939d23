namespace Akka.Flink.State.Keyed;

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>A list for each slot, whose elements are entries of their own: adding to a long list touches and writes only what was
/// added.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="space">The slots of lists.</param>
/// <param name="elements">The slots of Elements.</param>
/// <param name="column">The Elements.</param>
internal sealed class ListState<T>(SlotSpace space, ElementSpace elements, Column<T> column)
    : ListStateBase<T>(column.Info.Name, space, elements)
{
    private Enumerator? _spare;

    /// <inheritdoc/>
    public override void Add(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        column.Set(Elements.Add(Slot), value);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        var list = Slot;
        for (var i = Elements.FirstOf(list); i >= 0; i = Elements.FirstOf(list))
        {
            Elements.Unlink(i);
            column.Remove(i);
        }
    }

    /// <inheritdoc/>
    public override IEnumerator<T> GetEnumerator()
    {
        var enumerator = _spare ?? new Enumerator(this);
        _spare = null;
        enumerator.Start(Elements.FirstOf(Slot));
        return enumerator;
    }

    // What was removed while it is enumerated is passed over.
    private bool TryRead(ref int next, [MaybeNullWhen(false)] out T value)
    {
        while (next >= 0)
        {
            var element = next;
            next = Elements.NextOf(element);
            if (column.TryGet(element, out value))
                return true;
        }

        value = default;
        return false;
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
            var isThere = state.TryRead(ref _next, out var value);
            Current = value!;
            return isThere;
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
