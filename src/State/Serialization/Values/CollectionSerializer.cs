namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes lists and sets: a count + 1, or 0 for null, and the elements.</summary>
/// <typeparam name="TCollection">The collections' type.</typeparam>
/// <typeparam name="TElement">The elements' type.</typeparam>
/// <param name="form">How collections are taken apart and made.</param>
/// <param name="element">The serializer of elements.</param>
internal sealed class CollectionSerializer<TCollection, TElement>(CollectionForm<TCollection, TElement> form, Serializer<TElement> element)
    : Serializer<TCollection>
{
    public override void Write(IBufferWriter<byte> output, TCollection value)
    {
        if (value is null || value is System.Collections.Immutable.ImmutableArray<TElement> { IsDefault: true })
        {
            Wire.WriteLength(output, 0);
            return;
        }

        if (form.Comparer?.Invoke(value) is { } comparer)
            throw SerializationErrors.UnusualComparer(typeof(TCollection), comparer);

        var elements = Counted((IEnumerable<TElement>)value);
        Wire.WriteLength(output, (uint)elements.Count + 1);
        foreach (var item in elements)
            element.Write(output, item);
    }

    public override TCollection Read(ref ReadOnlySpan<byte> input) => Read(ref input, element);

    public override TCollection Copy(TCollection value)
    {
        if (IsImmutable || value is null || value is System.Collections.Immutable.ImmutableArray<TElement> { IsDefault: true })
            return value;
        if (form.Comparer?.Invoke(value) is { } comparer)
            throw SerializationErrors.UnusualComparer(typeof(TCollection), comparer);

        return form.Build(Array.ConvertAll(((IEnumerable<TElement>)value).ToArray(), element.Copy));
    }

    public override Schema Describe(SchemaScope scope) =>
        new(form.Kind, "", [new SchemaField(SchemaKinds.Element, element.Describe(scope))]);

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) => form.IsImmutable && element.IsDeeplyImmutable(visited);

    protected override ITypeSerializer<TCollection>? Convert(Schema written, ReaderScope scope) =>
        CollectionReading.Elements(form.Kind, written, element, scope) is { } old
            ? new ConvertingReader<TCollection>(this, (ref ReadOnlySpan<byte> input) => Read(ref input, old))
            : null;

    private static IReadOnlyCollection<TElement> Counted(IEnumerable<TElement> elements) =>
        elements as IReadOnlyCollection<TElement> ?? [.. elements];

    private TCollection Read(ref ReadOnlySpan<byte> input, ITypeSerializer<TElement> reader) =>
        CollectionReading.Read(ref input, reader) is { } elements ? form.Build(elements) : default!;
}
