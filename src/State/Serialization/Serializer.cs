namespace Akka.Flink.State.Serialization;

using Akka.Flink.State.Serialization.Schemas;

/// <summary>A serializer as a node of the graph of serializers, which has cycles where a type contains itself.</summary>
/// <remarks>What depends on the whole graph - schema and immutability - is found by walking it from the node that is asked.</remarks>
internal abstract class Serializer
{
    /// <summary>The type of the values.</summary>
    public abstract Type Type { get; }

    /// <summary>Describes the bytes, with a reference for a type that is being described already.</summary>
    public abstract Schema Describe(SchemaScope scope);

    /// <summary>Whether values never change; true for a node that is being visited already.</summary>
    public abstract bool IsDeeplyImmutable(HashSet<Serializer> visited);

    /// <summary>A serializer that reads what was written under another schema, as an object; null when there is none.</summary>
    public abstract object? UntypedReaderFor(Schema written, ReaderScope scope);
}
