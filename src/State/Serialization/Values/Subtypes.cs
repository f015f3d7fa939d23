namespace Akka.Flink.State.Serialization.Values;

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>The known subtypes of a type: those of its assembly that have a name by attribute, and those registered.</summary>
internal static class Subtypes
{
    private static readonly ConcurrentDictionary<Type, ImmutableSortedDictionary<string, Type>> Registered = new();

    /// <summary>Registers a subtype.</summary>
    /// <exception cref="StateException">The name is another subtype's.</exception>
    public static void Register(Type declared, string name, Type subtype) => Registered.AddOrUpdate(
        declared,
        _ => Add(declared, ImmutableSortedDictionary.Create<string, Type>(StringComparer.Ordinal), name, subtype),
        (_, subtypes) => Add(declared, subtypes, name, subtype));

    /// <summary>The subtypes by name, the type itself among them if objects of it can be; empty when it has none.</summary>
    public static ImmutableSortedDictionary<string, Type> Of(Type declared)
    {
        var subtypes = Registered.GetValueOrDefault(declared) ?? ImmutableSortedDictionary.Create<string, Type>(StringComparer.Ordinal);
        if (declared.IsSealed || declared == typeof(object))
            return subtypes;

        foreach (var type in LoadableTypes(declared.Assembly).Where(type => IsSubtype(declared, type) && !subtypes.ContainsValue(type)))
            subtypes = Add(declared, subtypes, SchemaNames.Of(type), type);

        return subtypes.IsEmpty || declared.IsAbstract || subtypes.ContainsValue(declared)
            ? subtypes
            : Add(declared, subtypes, SchemaNames.Of(declared), declared);
    }

    private static IEnumerable<Type> LoadableTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException incomplete)
        {
            return incomplete.Types.OfType<Type>();   // the others need assemblies that are not here, so no object of them can be
        }
    }

    private static bool IsSubtype(Type declared, Type type) =>
        type != declared && !type.IsAbstract && !type.ContainsGenericParameters && declared.IsAssignableFrom(type)
        && type.IsDefined(typeof(SerializedAsAttribute), inherit: false);

    private static ImmutableSortedDictionary<string, Type> Add(
        Type declared, ImmutableSortedDictionary<string, Type> subtypes, string name, Type subtype)
    {
        if (subtypes.TryGetValue(name, out var other) && other != subtype)
            throw SerializationErrors.DuplicateSubtype(declared, name, other, subtype);

        return subtypes.SetItem(name, subtype);
    }
}
