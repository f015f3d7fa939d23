namespace Akka.Flink.State.Serialization.Values;

/// <summary>Decides which types no values can be serialized of, and why.</summary>
internal static class SerializerRefusals
{
    private static readonly Type[] NoData = [typeof(Delegate), typeof(Type), typeof(Task), typeof(Stream)];

    /// <summary>Throws for a type that cannot be serialized whatever its members are.</summary>
    public static void Check(SerializerPath path)
    {
        var type = path.Type;
        if (type.IsByRefLike || type.IsPointer || type == typeof(nint) || type == typeof(nuint)
            || Array.Exists(NoData, part => part.IsAssignableFrom(type)))
        {
            throw path.Refuse(
                "is no data that could be written",
                "Keep it in a field of the function that Open sets, and only data in state and streams.");
        }

        if (type.IsArray)
            throw path.Refuse("is an array of several dimensions", "Use an array of arrays.");
        if (type == typeof(object))
        {
            throw path.Refuse(
                "is object, of which nothing says what it may hold",
                "Declare the type, or an interface with known subtypes: [SerializedAs(\"...\")] on each.");
        }

        if (type.IsInterface || type.IsAbstract)
        {
            throw path.Refuse(
                "is an interface or abstract class without known subtypes",
                $"Put [SerializedAs(\"...\")] on each subtype in its assembly, or call " +
                $"TypeSerializers.RegisterSubtype<{TypeNames.Short(type)}, ...>(\"...\") for each.");
        }
    }
}
