namespace Akka.Flink.State.Serialization.Schemas;

using System.Reflection;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Names of types in schemas.</summary>
internal static class SchemaNames
{
    private const string Anonymous = "anonymous";

    /// <summary>The name by attribute, else the full name; none for tuples, which have only members, and the same one for all anonymous
    /// types.</summary>
    public static string Of(Type type)
    {
        if (type.GetCustomAttribute<SerializedAsAttribute>(inherit: false) is { } attribute)
            return attribute.Name;
        if (ShapeReflection.IsTuple(type))
            return "";

        return ShapeReflection.IsAnonymous(type) ? Anonymous : TypeNames.Full(type);
    }

    /// <summary>Whether a name that was written is that of a type, now or formerly.</summary>
    public static bool Match(Type type, string written) =>
        Of(type) == written || type.GetCustomAttributes<PreviousNameAttribute>(inherit: false).Any(previous => previous.Name == written);
}
