namespace Akka.Flink.State.Serialization.Schemas;

/// <summary>Makes skippers of values whose type this program does not have, from their schema alone.</summary>
internal static class SchemaSkipping
{
    private static readonly Dictionary<string, int> Sizes = new()
    {
        ["boolean"] = 1, ["byte"] = 1, ["sbyte"] = 1, ["char"] = 2, ["int16"] = 2, ["uint16"] = 2, ["half"] = 2, ["int32"] = 4,
        ["uint32"] = 4, ["single"] = 4,
        ["int64"] = 8, ["uint64"] = 8, ["double"] = 8, ["int128"] = 16, ["uint128"] = 16, ["decimal"] = 16, ["guid"] = 16,
        ["datetime"] = 8, ["datetimeoffset"] = 10, ["timespan"] = 8, ["date"] = 4, ["time"] = 8,
    };

    /// <summary>A skipper; null when the schema holds a kind whose bytes are not known here, that of a user's serializer.</summary>
    public static Skipper? For(Schema schema, ReaderScope scope)
    {
        schema = scope.Resolve(schema);
        if (Sizes.TryGetValue(schema.Kind, out var size))
            return (ref ReadOnlySpan<byte> input) => Wire.ReadBytes(ref input, size);

        return schema.Kind switch
        {
            SchemaKinds.String => (ref ReadOnlySpan<byte> input) => Wire.SkipString(ref input),
            SchemaKinds.Json => SkipBlock,
            SchemaKinds.Enum => For(schema.Fields[0].Schema, scope),
            SchemaKinds.Nullable => Flagged(For(schema.Fields[0].Schema, scope)),
            SchemaKinds.List or SchemaKinds.Set or SchemaKinds.Map => Repeated(All(schema, scope)),
            SchemaKinds.Struct or SchemaKinds.Record or SchemaKinds.Union => Recursive(schema, scope),
            _ => null,
        };
    }

    private static Skipper? Recursive(Schema schema, ReaderScope scope)
    {
        if (scope.Find(typeof(Skipper), schema) is Deferred known)
            return known.Skip;

        var deferred = new Deferred();
        scope.Add(typeof(Skipper), schema, deferred);
        var skip = scope.Within(schema, () => schema.Kind switch
        {
            SchemaKinds.Struct => Sequence(All(schema, scope)),
            SchemaKinds.Record => Flagged(Sequence(All(schema, scope))),
            _ => Chosen(All(schema, scope)),
        });
        deferred.Skipper = skip;
        return skip;
    }

    private static Skipper[]? All(Schema schema, ReaderScope scope)
    {
        var skippers = new Skipper[schema.Fields.Length];
        for (var i = 0; i < skippers.Length; i++)
        {
            if (For(schema.Fields[i].Schema, scope) is not { } skip)
                return null;

            skippers[i] = skip;
        }

        return skippers;
    }

    private static Skipper? Sequence(Skipper[]? parts) => parts is null ? null : (ref ReadOnlySpan<byte> input) =>
    {
        foreach (var part in parts)
            part(ref input);
    };

    private static Skipper? Flagged(Skipper? value) => value is null ? null : (ref ReadOnlySpan<byte> input) =>
    {
        if (Wire.ReadFlag(ref input))
            value(ref input);
    };

    private static Skipper? Repeated(Skipper[]? parts) => Sequence(parts) is not { } element ? null : (ref ReadOnlySpan<byte> input) =>
    {
        var head = Wire.ReadLength(ref input);
        for (var i = 1U; i < head; i++)
            element(ref input);
    };

    private static Skipper? Chosen(Skipper[]? cases) => cases is null ? null : (ref ReadOnlySpan<byte> input) =>
    {
        var head = Wire.ReadLength(ref input);
        if (head > (uint)cases.Length)
            throw SerializationErrors.Damaged($"type {head} of {cases.Length}");
        if (head > 0)
            cases[head - 1](ref input);
    };

    private static void SkipBlock(ref ReadOnlySpan<byte> input)
    {
        var head = Wire.ReadLength(ref input);
        if (head > 0)
            Wire.ReadBytes(ref input, (int)Math.Min(head - 1, int.MaxValue));
    }

    /// <summary>Stands for the skipper of a schema that contains itself.</summary>
    private sealed class Deferred
    {
        public Skipper? Skipper { get; set; }

        public void Skip(ref ReadOnlySpan<byte> input) => Skipper!(ref input);
    }
}
