namespace Akka.Flink.Operators;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.Windowing;

/// <summary>The records of a window with their timestamps, from which an evictor removes some.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class EvictingContents<T> : WindowContents<T, WindowElements<T>>
{
    private readonly WindowElements<T> _loaded = new();
    private readonly List<TimestampedValue<T>> _takenOut = [];
    private IListState<TimestampedValue<T>> _elements = null!;

    /// <inheritdoc/>
    public override void Declare<TWindow>(KeyedStateBackend backend, StateNamespace<TWindow> windows) =>
        _elements = backend.GetListState(new ListStateDescriptor<TimestampedValue<T>>("window-contents"), windows);

    /// <inheritdoc/>
    public override void Add(T value, long timestampMs) => _elements.Add(new TimestampedValue<T>(value, timestampMs));

    /// <inheritdoc/>
    public override bool TryGet([MaybeNullWhen(false)] out WindowElements<T> contents)
    {
        _loaded.Load(_elements);
        contents = _loaded;
        return _loaded.Count > 0;
    }

    /// <summary>Writes back what is left, if anything was removed.</summary>
    public void Save()
    {
        if (_loaded.HasChanged)
            _elements.Update(_loaded);
        _loaded.Load([]);
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
