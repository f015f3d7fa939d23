namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using System.Runtime.InteropServices;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes <see cref="List{T}"/>, without an enumerator.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="element">The serializer of elements.</param>
internal sealed class ListSerializer<T>(Serializer<T> element) : Serializer<List<T>?>
{
    public override void Write(IBufferWriter<byte> output, List<T>? value)
    {
        Wire.WriteLength(output, value is null ? 0 : (uint)value.Count + 1);
        foreach (var item in CollectionsMarshal.AsSpan(value))
            element.Write(output, item);
    }

    public override List<T>? Read(ref ReadOnlySpan<byte> input) => Read(ref input, element);

    public override List<T>? Copy(List<T>? value)
    {
        if (value is null)
            return null;

        return element.IsImmutable ? [.. value] : value.ConvertAll(element.Copy);
    }

    public override Schema Describe(SchemaScope scope) =>
        new(SchemaKinds.List, "", [new SchemaField(SchemaKinds.Element, element.Describe(scope))]);

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) => false;

    protected override ITypeSerializer<List<T>?>? Convert(Schema written, ReaderScope scope) =>
        CollectionReading.Elements(SchemaKinds.List, written, element, scope) is { } old
            ? new ConvertingReader<List<T>?>(this, (ref ReadOnlySpan<byte> input) => Read(ref input, old))
            : null;

    private static List<T>? Read(ref ReadOnlySpan<byte> input, ITypeSerializer<T> reader)
    {
        if (!CollectionReading.TryReadCount(ref input, out var count))
            return null;

        var list = new List<T>(Math.Min(count, input.Length));
        for (var i = 0; i < count; i++)
            list.Add(reader.Read(ref input));

        return list;
    }
}
