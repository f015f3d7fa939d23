namespace Akka.Flink.State.Serialization.Schemas;

/// <summary>The kinds of schemas. Each one stands for a form of bytes, and so never changes its meaning.</summary>
internal static class SchemaKinds
{
    /// <summary>A class: a byte 0 for null, or 1 and the fields.</summary>
    public const string Record = "record";

    /// <summary>A struct or value tuple: the fields.</summary>
    public const string Struct = "struct";

    /// <summary>The schema of this name and of the kind of the only field that encloses the place.</summary>
    public const string Recursive = "recursive";

    /// <summary>A byte 0, or 1 and the value.</summary>
    public const string Nullable = "nullable";

    /// <summary>A number, and a field of kind <see cref="Constant"/> for each name.</summary>
    public const string Enum = "enum";

    /// <summary>A name of an enum; the schema's name is its number.</summary>
    public const string Constant = "constant";

    /// <summary>A count + 1, or 0 for null, and the elements.</summary>
    public const string List = "list";

    /// <summary>Like <see cref="List"/>, each element once.</summary>
    public const string Set = "set";

    /// <summary>A count + 1, or 0 for null, and pairs of key and value.</summary>
    public const string Map = "map";

    /// <summary>A string head and UTF-8 or UTF-16.</summary>
    public const string String = "string";

    /// <summary>A length + 1, or 0 for null, and so many bytes of JSON.</summary>
    public const string Json = "json";

    /// <summary>The position + 1 of the actual type among the fields, or 0 for null, and a value of it.</summary>
    public const string Union = "union";

    /// <summary>The field of a nullable, enum or map.</summary>
    public const string Value = "value";

    /// <summary>The field of a list or set.</summary>
    public const string Element = "element";

    /// <summary>The field of a map.</summary>
    public const string Key = "key";

    /// <summary>The field of a reference.</summary>
    public const string To = "to";
}
