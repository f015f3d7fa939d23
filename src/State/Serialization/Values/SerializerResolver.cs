namespace Akka.Flink.State.Serialization.Values;

using System.Collections.Concurrent;

/// <summary>Finds or makes the serializer of a type, once for each type of the process.</summary>
internal static class SerializerResolver
{
    private static readonly ConcurrentDictionary<Type, Serializer> Serializers = new(new Serializer[]
    {
        new FixedSerializer<bool, BooleanFormat>(), Number<char>(), Number<byte>(), Number<sbyte>(), Number<short>(), Number<ushort>(),
        Number<int>(), Number<uint>(), Number<long>(), Number<ulong>(), Number<Int128>(), Number<UInt128>(),
        Number<Half>(), Number<float>(), Number<double>(),
        new FixedSerializer<decimal, DecimalFormat>(), new StringSerializer(), new FixedSerializer<Guid, GuidFormat>(),
        new FixedSerializer<DateTime, DateTimeFormat>(), new FixedSerializer<DateTimeOffset, DateTimeOffsetFormat>(),
        new FixedSerializer<TimeSpan, TimeSpanFormat>(), new FixedSerializer<DateOnly, DateOnlyFormat>(),
        new FixedSerializer<TimeOnly, TimeOnlyFormat>(),
    }.ToDictionary(serializer => serializer.Type));

    /// <summary>The serializer of a type.</summary>
    /// <exception cref="StateException">The type cannot be serialized.</exception>
    public static Serializer Find(Type type)
    {
        if (Serializers.TryGetValue(type, out var known))
            return known;

        var making = new SerializerMaking(Known);
        var made = making.Find(new SerializerPath(type));
        foreach (var serializer in making.Made)
            Serializers.TryAdd(serializer.Type, serializer);
        foreach (var (json, reason) in making.JsonReasons)
            JsonFallbacks.Tell(json, reason);

        return Serializers.GetValueOrDefault(type, made);
    }

    /// <summary>Makes a user's serializer known.</summary>
    /// <exception cref="StateException">The type's serializer is in use.</exception>
    public static void Register(Serializer serializer)
    {
        if (!Serializers.TryAdd(serializer.Type, serializer))
            throw SerializationErrors.SerializerInUse(serializer.Type);
    }

    /// <summary>Makes a subtype known.</summary>
    /// <exception cref="StateException">The base type's serializer is in use, or the name is another subtype's.</exception>
    public static void RegisterSubtype(Type declared, string name, Type subtype)
    {
        if (Serializers.ContainsKey(declared))
            throw SerializationErrors.SerializerInUse(declared);

        Subtypes.Register(declared, name, subtype);
    }

    private static Serializer? Known(Type type) => Serializers.GetValueOrDefault(type);

    private static FixedSerializer<T, NumberFormat<T>> Number<T>()
        where T : unmanaged => new();
}
