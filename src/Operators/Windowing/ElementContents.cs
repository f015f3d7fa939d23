namespace Akka.Flink.Operators;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State;
using Akka.Flink.State.Keyed;

/// <summary>The records of a window as they came.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class ElementContents<T> : WindowContents<T, IEnumerable<T>>
{
    private readonly List<T> _takenOut = [];
    private IListState<T> _elements = null!;

    /// <inheritdoc/>
    public override void Declare<TWindow>(KeyedStateBackend backend, StateNamespace<TWindow> windows) =>
        _elements = backend.GetListState(new ListStateDescriptor<T>("window-contents"), windows);

    /// <inheritdoc/>
    public override void Add(T value, long timestampMs) => _elements.Add(value);

    /// <inheritdoc/>
    public override bool TryGet([MaybeNullWhen(false)] out IEnumerable<T> contents)
    {
        contents = _elements;
        using var elements = _elements.GetEnumerator();
        return elements.MoveNext();
    }

    /// <inheritdoc/>
    public override void Clear() => _elements.Clear();

    /// <inheritdoc/>
    public override void TakeOut()
    {
        _takenOut.AddRange(_elements);
        _elements.Clear();
    }

    /// <inheritdoc/>
    public override void MergeIn()
    {
        _elements.AddAll(_takenOut);
        _takenOut.Clear();
    }
}
