namespace Akka.Flink.State.Serialization.Keys;

using Akka.Flink.State.Serialization.Schemas;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Describes the bytes of keys.</summary>
internal static class KeySchemas
{
    private const string Key = "key";
    private const string Custom = "codec";

    /// <summary>The schema of a key type, marked as one of keys, because their bytes are not those of values.</summary>
    public static Schema Of(Type type) => new(Key, "", [new SchemaField(SchemaKinds.Key, Body(type))]);

    private static Schema Body(Type type)
    {
        var codec = KeyCodecResolver.Find(type);
        var definition = codec.IsGenericType ? codec.GetGenericTypeDefinition() : codec;
        if (codec.Assembly != typeof(KeySchemas).Assembly)
            return new Schema(Custom, TypeNames.Full(codec), []);
        if (definition == typeof(NullableKeyCodec<,>))
            return new Schema(SchemaKinds.Nullable, "", [new SchemaField(SchemaKinds.Value, Body(type.GetGenericArguments()[0]))]);
        if (definition == typeof(EnumKeyCodec<,,>))
            return Body(type.GetEnumUnderlyingType());
        if (KeyCodecResolver.IsBuiltIn(type))
            return Schema.Of(type.Name.ToLowerInvariant());

        var members = TypeShape.Of(type).Members.Select(member => Body(member.Type));
        var kind = type.IsValueType ? SchemaKinds.Struct : SchemaKinds.Record;
        return new Schema(kind, "", [.. members.Select((member, i) => new SchemaField($"{i + 1}", member))]);
    }
}
