namespace Akka.Flink.State.Serialization.Values;

using System.Reflection;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Makes the serializer of one type and of the types within it. They become known to others together, when all are complete.</summary>
/// <param name="known">Finds serializers that are known already.</param>
internal sealed class SerializerMaking(Func<Type, Serializer?> known)
{
    private const string Advice = "Make every member a public property that a constructor parameter, set or init sets, or give the type a serializer with [TypeSerializer(typeof(...))].";

    private readonly Dictionary<Type, Serializer> _made = [];

    /// <summary>What was made.</summary>
    public IEnumerable<Serializer> Made => _made.Values;

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

        return MakeComposite(path);
    }

    private Serializer MakeComposite(SerializerPath path)
    {
        var shape = TypeShape.Of(path.Type);
        if (shape.Problem is { } problem)
            throw path.Refuse($"cannot be taken apart and made again: {problem}", Advice);

        var serializer = Keep(New(typeof(CompositeSerializer<>), [path.Type], shape));
        var members = Array.ConvertAll(shape.Members, member => Find(path.Into(member.Name, member.Type)));
        ((IComposite)serializer).Connect(members);
        return serializer;
    }

    private static Serializer Declared(Type type, Type serializer)
    {
        if (serializer.IsGenericTypeDefinition && type.IsGenericType)
            serializer = serializer.MakeGenericType(type.GetGenericArguments());
        if (!typeof(ITypeSerializer<>).MakeGenericType(type).IsAssignableFrom(serializer) || serializer.GetConstructor([]) is null)
            throw SerializationErrors.WrongSerializer(type, serializer);

        return New(typeof(CustomSerializer<>), [type], Activator.CreateInstance(serializer)!);
    }

    private static Serializer New(Type definition, Type[] types, params object[] arguments) =>
        (Serializer)Activator.CreateInstance(definition.MakeGenericType(types), BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance | BindingFlags.CreateInstance, null, arguments, null)!;

    private Serializer Keep(Serializer serializer)
    {
        _made[serializer.Type] = serializer;
        return serializer;
    }
}
