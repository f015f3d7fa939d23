namespace Akka.Flink.State.Serialization.Schemas;

/// <summary>The serializers being described, from the outermost inwards; one that occurs within itself becomes a reference by
/// name.</summary>
internal sealed class SchemaScope
{
    private readonly List<Serializer> _open = [];

    /// <summary>Describes something with parts.</summary>
    /// <param name="serializer">What is described.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parts">Describes its parts within this scope.</param>
    public Schema Enter(Serializer serializer, string kind, string name, Func<IEnumerable<SchemaField>> parts)
    {
        if (_open.Contains(serializer))
            return new Schema(SchemaKinds.Recursive, name, [new SchemaField(SchemaKinds.To, Schema.Of(kind))]);

        _open.Add(serializer);
        var schema = new Schema(kind, name, [.. parts()]);
        _open.RemoveAt(_open.Count - 1);
        return schema;
    }
}
