namespace Akka.Flink.State.Serialization.Schemas;

/// <summary>The schemas that enclose the place for which a reader is being made.</summary>
internal sealed class ReaderScope
{
    private readonly List<Schema> _open = [];
    private readonly Dictionary<(Type Type, object Written), object> _readers = new(new ReferenceComparer());

    /// <summary>What a schema stands for: itself, or for a reference the enclosing schema of that name and kind.</summary>
    public Schema Resolve(Schema written)
    {
        if (written.Kind != SchemaKinds.Recursive)
            return written;

        return _open.FindLast(open => open.Name == written.Name && open.Kind == written.Fields[0].Schema.Kind) ?? written;
    }

    /// <summary>Makes something for a schema, with that schema among the enclosing ones.</summary>
    public TResult Within<TResult>(Schema written, Func<TResult> make)
    {
        _open.Add(written);
        var made = make();
        _open.RemoveAt(_open.Count - 1);
        return made;
    }

    /// <summary>The reader of a type for a schema that is being made already, if there is one.</summary>
    public object? Find(Type type, Schema written) => _readers.GetValueOrDefault((type, written));

    /// <summary>Notes a reader that is being made.</summary>
    public void Add(Type type, Schema written, object reader) => _readers[(type, written)] = reader;

    private sealed class ReferenceComparer : IEqualityComparer<(Type Type, object Written)>
    {
        public bool Equals((Type Type, object Written) left, (Type Type, object Written) right) =>
            left.Type == right.Type && ReferenceEquals(left.Written, right.Written);

        public int GetHashCode((Type Type, object Written) key) =>
            HashCode.Combine(key.Type, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Written));
    }
}
