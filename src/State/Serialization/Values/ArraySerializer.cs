namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes arrays of one dimension.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="element">The serializer of elements.</param>
internal sealed class ArraySerializer<T>(Serializer<T> element) : Serializer<T[]?>
{
    public override void Write(IBufferWriter<byte> output, T[]? value)
    {
        Wire.WriteLength(output, value is null ? 0 : (uint)value.Length + 1);
        foreach (var item in value.AsSpan())
            element.Write(output, item);
    }

    public override T[]? Read(ref ReadOnlySpan<byte> input) => CollectionReading.Read(ref input, element);

    public override T[]? Copy(T[]? value) => value is null ? null : Array.ConvertAll(value, element.Copy);

    public override Schema Describe(SchemaScope scope) =>
        new(SchemaKinds.List, "", [new SchemaField(SchemaKinds.Element, element.Describe(scope))]);

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) => false;

    protected override ITypeSerializer<T[]?>? Convert(Schema written, ReaderScope scope) =>
        CollectionReading.Elements(SchemaKinds.List, written, element, scope) is { } old
            ? new ConvertingReader<T[]?>(this, (ref ReadOnlySpan<byte> input) => CollectionReading.Read(ref input, old))
            : null;
}
