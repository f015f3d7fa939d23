namespace Akka.Flink.State.Serialization.Schemas;

/// <summary>Checks that a schema read from bytes has the fields that its kind has, so that whoever uses it need not.</summary>
internal static class SchemaShape
{
    /// <summary>The schema, if it is well made.</summary>
    public static Schema Check(Schema schema)
    {
        var isWellMade = schema.Kind switch
        {
            SchemaKinds.Nullable or SchemaKinds.List or SchemaKinds.Set or SchemaKinds.Recursive => schema.Fields.Length == 1,
            SchemaKinds.Map => schema.Fields.Length == 2,
            SchemaKinds.Enum => schema.Fields.Length >= 1 && schema.Fields.AsSpan()[1..].TrueForAll(IsConstant),
            _ => true,
        };
        return isWellMade
            ? schema
            : throw SerializationErrors.Damaged($"a schema of kind '{schema.Kind}' with {schema.Fields.Length} fields");
    }

    private static bool IsConstant(SchemaField field) =>
        field.Schema.Kind == SchemaKinds.Constant && Int128.TryParse(field.Schema.Name, out _);

    private static bool TrueForAll(this ReadOnlySpan<SchemaField> fields, Predicate<SchemaField> match)
    {
        foreach (var field in fields)
        {
            if (!match(field))
                return false;
        }

        return true;
    }
}
