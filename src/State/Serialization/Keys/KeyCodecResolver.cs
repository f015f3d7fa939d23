namespace Akka.Flink.State.Serialization.Keys;

using System.Collections.Concurrent;
using System.Reflection;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Finds the codec of a key type.</summary>
internal static class KeyCodecResolver
{
    private static readonly Dictionary<Type, Type> BuiltIn = new()
    {
        [typeof(bool)] = typeof(BooleanKeyCodec), [typeof(char)] = typeof(IntegerKeyCodec<char>),
        [typeof(byte)] = typeof(IntegerKeyCodec<byte>), [typeof(sbyte)] = typeof(IntegerKeyCodec<sbyte>),
        [typeof(short)] = typeof(IntegerKeyCodec<short>), [typeof(ushort)] = typeof(IntegerKeyCodec<ushort>),
        [typeof(int)] = typeof(IntegerKeyCodec<int>), [typeof(uint)] = typeof(IntegerKeyCodec<uint>),
        [typeof(long)] = typeof(IntegerKeyCodec<long>), [typeof(ulong)] = typeof(IntegerKeyCodec<ulong>),
        [typeof(Int128)] = typeof(WideIntegerKeyCodec<Int128>), [typeof(UInt128)] = typeof(WideIntegerKeyCodec<UInt128>),
        [typeof(Half)] = typeof(HalfKeyCodec), [typeof(float)] = typeof(SingleKeyCodec), [typeof(double)] = typeof(DoubleKeyCodec),
        [typeof(decimal)] = typeof(DecimalKeyCodec), [typeof(string)] = typeof(StringKeyCodec), [typeof(Guid)] = typeof(GuidKeyCodec),
        [typeof(DateTime)] = typeof(DateTimeKeyCodec), [typeof(DateTimeOffset)] = typeof(DateTimeOffsetKeyCodec),
        [typeof(TimeSpan)] = typeof(TimeSpanKeyCodec), [typeof(DateOnly)] = typeof(DateOnlyKeyCodec),
        [typeof(TimeOnly)] = typeof(TimeOnlyKeyCodec),
    };

    private static readonly ConcurrentDictionary<Type, Type> Codecs = new(BuiltIn);

    /// <summary>The codec's type: a struct without fields.</summary>
    /// <exception cref="StateException">The type cannot be a key.</exception>
    public static Type Find(Type key) => Find(new KeyPath(key));

    /// <summary>Whether a type has a codec without being looked into.</summary>
    public static bool IsBuiltIn(Type key) => BuiltIn.ContainsKey(key);

    /// <summary>Makes a codec known.</summary>
    /// <exception cref="StateException">Another codec of the type is in use.</exception>
    public static void Register(Type key, Type codec)
    {
        if (Codecs.GetOrAdd(key, codec) != codec)
            throw SerializationErrors.CodecInUse(key);
    }

    /// <summary>The method of a codec that implements one of <see cref="IKeyCodec{TKey}"/>.</summary>
    public static MethodInfo MethodOf(Type codec, Type key, string name)
    {
        var map = codec.GetInterfaceMap(typeof(IKeyCodec<>).MakeGenericType(key));
        return map.TargetMethods[Array.FindIndex(map.InterfaceMethods, method => method.Name == name)];
    }

    private static Type Find(KeyPath path)
    {
        if (Codecs.TryGetValue(path.Type, out var known))
            return known;

        return Codecs.GetOrAdd(path.Type, Make(path));
    }

    private static Type Make(KeyPath path)
    {
        var type = path.Type;
        if (type.GetCustomAttribute<KeyCodecAttribute>(inherit: false) is { } attribute)
            return Declared(type, attribute.CodecType);
        if (type.IsEnum)
            return typeof(EnumKeyCodec<,,>).MakeGenericType(
                type, type.GetEnumUnderlyingType(), Find(new KeyPath(type.GetEnumUnderlyingType())));
        if (Nullable.GetUnderlyingType(type) is { } value)
            return typeof(NullableKeyCodec<,>).MakeGenericType(value, Find(path.Into("Value", value)));
        if (KeyRefusals.Of(type) is { } refusal)
            throw path.Refuse(refusal);

        return IsShortTuple(type) ? MakeTuple(path) : MakeComposite(path);
    }

    private static Type Declared(Type key, Type codec)
    {
        if (codec.IsGenericTypeDefinition && key.IsGenericType)
            codec = codec.MakeGenericType(key.GetGenericArguments());

        return codec.IsValueType && typeof(IKeyCodec<>).MakeGenericType(key).IsAssignableFrom(codec)
            ? codec
            : throw SerializationErrors.WrongCodec(key, codec);
    }

    private static bool IsShortTuple(Type type)
    {
        if (!type.IsGenericType)
            return false;

        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(ValueTuple<,>) || definition == typeof(ValueTuple<,,>) || definition == typeof(ValueTuple<,,,>);
    }

    private static Type MakeTuple(KeyPath path)
    {
        var items = path.Type.GetGenericArguments();
        var codecs = new Type[items.Length];
        for (var i = 0; i < items.Length; i++)
            codecs[i] = Find(path.Into($"Item{i + 1}", items[i]));

        var definition = items.Length switch
        {
            2 => typeof(Tuple2KeyCodec<,,,>),
            3 => typeof(Tuple3KeyCodec<,,,,,>),
            _ => typeof(Tuple4KeyCodec<,,,,,,,>),
        };
        return definition.MakeGenericType([.. items, .. codecs]);
    }

    private static Type MakeComposite(KeyPath path)
    {
        var shape = TypeShape.Of(path.Type);
        if (KeyRefusals.Of(shape) is { } refusal)
            throw path.Refuse(refusal);

        foreach (var member in shape.Members)
            Find(path.Into(member.Name, member.Type));

        return typeof(CompositeKeyCodec<>).MakeGenericType(path.Type);
    }
}
