namespace Akka.Flink.State.Serialization.Values;

using System.Reflection;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Makes the serializer of one type and of the types within it. They become known to others together, when all are
/// complete.</summary>
/// <param name="known">Finds serializers that are known already.</param>
internal sealed class SerializerMaking(Func<Type, Serializer?> known)
{
    private const string Advice =
        "Make every member a public property that a constructor parameter, set or init sets, " +
        "or give the type a serializer by [TypeSerializer(typeof(...))] or TypeSerializers.Register.";

    private static readonly HashSet<Type> NumberTypes =
    [
        typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(char), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(Half), typeof(float), typeof(double), typeof(Int128), typeof(UInt128),
    ];

    private readonly Dictionary<Type, Serializer> _made = [];
    private readonly List<(Type Type, string Reason)> _jsonReasons = [];

    /// <summary>What was made.</summary>
    public IEnumerable<Serializer> Made => _made.Values;

    /// <summary>The types among them that are written as JSON, and why.</summary>
    public IReadOnlyList<(Type Type, string Reason)> JsonReasons => _jsonReasons;

    /// <summary>The serializer of the type at a path.</summary>
    public Serializer Find(SerializerPath path) => known(path.Type) ?? _made.GetValueOrDefault(path.Type) ?? Make(path);

    private Serializer Make(SerializerPath path)
    {
        var type = path.Type;
        if (type.GetCustomAttribute<TypeSerializerAttribute>(inherit: false) is { } attribute)
            return Keep(Declared(type, attribute.SerializerType));
        if (type.IsEnum)
            return Keep(New(typeof(EnumSerializer<>), [type]));
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Keep(New(typeof(NullableSerializer<>), [value], Find(path.Into("Value", value))));

        return MakeCollection(path) ?? MakeUnion(path) ?? MakeComposite(path);
    }

    private Serializer? MakeCollection(SerializerPath path)
    {
        var type = path.Type;
        if (type.IsSZArray)
        {
            var item = type.GetElementType()!;
            var element = Find(path.Into("[]", item));
            return Keep(New(NumberTypes.Contains(item) ? typeof(NumberArraySerializer<>) : typeof(ArraySerializer<>), [item], element));
        }

        if (!type.IsGenericType)
            return null;

        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(List<>))
            return Keep(New(typeof(ListSerializer<>), arguments, Find(path.Into("[]", arguments[0]))));
        if (CollectionForms.Of(type) is { } list)
            return Keep(New(typeof(CollectionSerializer<,>), [type, arguments[0]], list, Find(path.Into("[]", arguments[0]))));
        if (MapForms.Of(type) is { } map)
            return Keep(New(typeof(MapSerializer<,,>), [type, .. arguments], map, Find(path.Into("Key", arguments[0])),
                Find(path.Into("Value", arguments[1]))));

        return null;
    }

    private Serializer? MakeUnion(SerializerPath path)
    {
        if (path.Type.IsValueType)
            return null;

        var subtypes = Subtypes.Of(path.Type);
        if (subtypes.IsEmpty)
            return null;

        string[] names = [.. subtypes.Keys];
        Type[] types = [.. subtypes.Values];
        var serializer = Keep(New(typeof(UnionSerializer<>), [path.Type], names, types));
        var members = Array.ConvertAll(types, type => type == path.Type
            ? MakeComposite(path, keep: false)
            : Find(path.Into(TypeNames.Short(type), type)));
        ((IComposite)serializer).Connect(members);
        return serializer;
    }

    private Serializer MakeComposite(SerializerPath path, bool keep = true)
    {
        SerializerRefusals.Check(path);

        var shape = TypeShape.Of(path.Type);
        if (shape.Problem is not null || !IsOpen(path.Type))
            return MakeJson(path, shape.Problem ?? "it belongs to .NET, so its members are not its value");

        var serializer = New(typeof(CompositeSerializer<>), [path.Type], shape);
        if (keep)
            Keep(serializer);
        var members = Array.ConvertAll(shape.Members, member => Find(path.Into(member.Name, member.Type)));
        ((IComposite)serializer).Connect(members);
        return serializer;
    }

    private Serializer MakeJson(SerializerPath path, string reason)
    {
        if (!JsonFallbacks.CanTake(path.Type))
            throw path.Refuse($"cannot be taken apart and made again: {reason}", Advice);

        _jsonReasons.Add((path.Type, reason));
        return Keep(New(typeof(JsonFallback<>), [path.Type]));
    }

    /// <summary>Whether the members of a type are its value: those of .NET itself are a matter of its version, except tuples and
    /// pairs.</summary>
    private static bool IsOpen(Type type) =>
        !type.Assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal) || ShapeReflection.IsTuple(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    private static Serializer Declared(Type type, Type serializer)
    {
        if (serializer.IsGenericTypeDefinition && type.IsGenericType)
            serializer = serializer.MakeGenericType(type.GetGenericArguments());
        if (!typeof(ITypeSerializer<>).MakeGenericType(type).IsAssignableFrom(serializer) || serializer.GetConstructor([]) is null)
            throw SerializationErrors.WrongSerializer(type, serializer);

        return New(typeof(CustomSerializer<>), [type], Activator.CreateInstance(serializer)!);
    }

    private static Serializer New(Type definition, Type[] types, params object[] arguments) =>
        (Serializer)Activator.CreateInstance(definition.MakeGenericType(types), arguments)!;

    private Serializer Keep(Serializer serializer)
    {
        _made[serializer.Type] = serializer;
        return serializer;
    }
}
