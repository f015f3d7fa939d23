namespace Akka.Flink.State.Serialization.Schemas;

/// <summary>The types being described, from the outermost inwards; one that occurs within itself becomes a reference by name.</summary>
internal sealed class SchemaScope
{
    private readonly List<Type> _open = [];

    /// <summary>Describes a type with members.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">Its name in schemas.</param>
    /// <param name="describe">Describes it, and its members within this scope.</param>
    public Schema Enter(Type type, string name, Func<Schema> describe)
    {
        if (_open.Contains(type))
            return new Schema(SchemaKinds.Recursive, name, []);

        _open.Add(type);
        var schema = describe();
        _open.RemoveAt(_open.Count - 1);
        return schema;
    }
}
