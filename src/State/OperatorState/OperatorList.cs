namespace Akka.Flink.State.OperatorState;

using System.Collections;
using Akka.Flink.State.Snapshots;

/// <summary>A list of operator state.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="info">What it is.</param>
/// <param name="serializer">The elements' serializer.</param>
internal sealed class OperatorList<T>(StateInfo info, ITypeSerializer<T> serializer) : OperatorTable(info), IListState<T>
{
    private readonly List<T> _elements = [];

    /// <inheritdoc/>
    public void Add(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _elements.Add(value);
    }

    /// <inheritdoc/>
    public void AddAll(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values as ICollection<T> ?? [.. values])
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
    public void Clear() => _elements.Clear();

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _elements.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override void Write(SnapshotWriter writer, int state)
    {
        foreach (var element in _elements)
        {
            serializer.Write(writer.Begin(state, EntryKind.Put), element);
            writer.End();
        }
    }

    /// <inheritdoc/>
    public override void Restore(IEnumerable<RestoredElement> elements, string uid)
    {
        foreach (var element in elements)
        {
            if (element.Info.Kind != Info.Kind)
                throw StateErrors.KindChanged(Info.Name, uid, element.Info.ToString(), Info.ToString());

            var reader = serializer.ReaderFor(element.Info.Value!)
                ?? throw StateErrors.SerializerChanged(Info.Name, uid, element.Info.ToString(), Info.ToString());
            _elements.Add(Read(reader, element.Bytes.Span, uid));
        }
    }

    private T Read(ITypeSerializer<T> reader, ReadOnlySpan<byte> bytes, string uid)
    {
        try
        {
            return reader.Read(ref bytes);
        }
        catch (Exception e) when (e is not StateException)
        {
            throw StateErrors.EntryUnreadable(Info.Name, uid, e);
        }
    }
}
