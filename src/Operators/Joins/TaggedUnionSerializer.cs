namespace Akka.Flink.Operators;

using System.Buffers;
using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>A record of one of two streams as bytes: which stream, then the record.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <param name="first">The serializer of the first stream's records.</param>
/// <param name="second">The serializer of the second stream's records.</param>
internal sealed class TaggedUnionSerializer<TFirst, TSecond>(ITypeSerializer<TFirst> first, ITypeSerializer<TSecond> second)
    : ITypeSerializer<TaggedUnion<TFirst, TSecond>>
{
    private const byte FirstTag = 1;
    private const byte SecondTag = 2;

    /// <summary>The serializer.</summary>
    public TaggedUnionSerializer()
        : this(TypeSerializers.For<TFirst>(), TypeSerializers.For<TSecond>())
    {
    }

    /// <inheritdoc/>
    public Schema Schema { get; } = new(
        "tagged-union", "", [new SchemaField("first", first.Schema), new SchemaField("second", second.Schema)]);

    /// <inheritdoc/>
    public bool IsImmutable => first.IsImmutable && second.IsImmutable;

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, TaggedUnion<TFirst, TSecond> value)
    {
        output.GetSpan(1)[0] = value.IsFirst ? FirstTag : SecondTag;
        output.Advance(1);
        if (value.IsFirst)
            first.Write(output, value.First);
        else
            second.Write(output, value.Second);
    }

    /// <inheritdoc/>
    public TaggedUnion<TFirst, TSecond> Read(ref ReadOnlySpan<byte> input)
    {
        var tag = input[0];
        input = input[1..];
        return tag == FirstTag
            ? TaggedUnion<TFirst, TSecond>.OfFirst(first.Read(ref input))
            : TaggedUnion<TFirst, TSecond>.OfSecond(second.Read(ref input));
    }

    /// <inheritdoc/>
    public TaggedUnion<TFirst, TSecond> Copy(TaggedUnion<TFirst, TSecond> value) => value.IsFirst
        ? TaggedUnion<TFirst, TSecond>.OfFirst(first.Copy(value.First))
        : TaggedUnion<TFirst, TSecond>.OfSecond(second.Copy(value.Second));

    /// <inheritdoc/>
    public ITypeSerializer<TaggedUnion<TFirst, TSecond>>? ReaderFor(Schema written)
    {
        if (written == Schema)
            return this;
        if (written.Kind != Schema.Kind || written.Fields.Length != 2)
            return null;
        if (first.ReaderFor(written.Fields[0].Schema) is not { } firstReader
            || second.ReaderFor(written.Fields[1].Schema) is not { } secondReader)
            return null;

        return new TaggedUnionSerializer<TFirst, TSecond>(firstReader, secondReader);
    }
}
