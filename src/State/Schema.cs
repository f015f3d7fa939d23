namespace Akka.Flink.State;

using System.Buffers;
using System.Collections.Immutable;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Describes the bytes of a type, so that a later program can tell whether and how it reads them.</summary>
/// <param name="Kind">What it is: <c>int64</c>, <c>string</c>, <c>record</c>, <c>list</c>, <c>enum</c> ...</param>
/// <param name="Name">The full name of a record or enum, or of an alias by attribute; empty for others.</param>
/// <param name="Fields">The fields of a record or tuple by name, in the order of the bytes; the elements of a collection under the
/// names <c>element</c>, <c>key</c> and <c>value</c>.</param>
public sealed record Schema(string Kind, string Name, ImmutableArray<SchemaField> Fields)
{
    /// <summary>A schema without fields.</summary>
    /// <param name="kind">What it is.</param>
    public static Schema Of(string kind) => new(kind, "", []);

    /// <summary>Reads what <see cref="Write"/> wrote and moves <paramref name="input"/> behind it.</summary>
    /// <param name="input">The bytes.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="StateException">The bytes are damaged, or of a newer format.</exception>
    public static Schema Read(ref ReadOnlySpan<byte> input) => SchemaFormat.Read(ref input);

    /// <summary>Writes the schema, once for all values of it in a chunk or channel.</summary>
    /// <param name="output">Where to.</param>
    public void Write(IBufferWriter<byte> output) => SchemaFormat.Write(output, this);

    /// <inheritdoc/>
    public bool Equals(Schema? other) =>
        other is not null && Kind == other.Kind && Name == other.Name && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Fields.Length);

    /// <summary>A short form for messages, such as <c>Click{pageUrl: string, at: int64}</c>.</summary>
    public override string ToString()
    {
        var title = Name.Length > 0 ? Name : Kind;
        return Fields.IsEmpty || Kind == SchemaKinds.Recursive ? title : $"{title}{{{string.Join(", ", Fields)}}}";
    }
}
