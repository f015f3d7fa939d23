namespace Akka.Flink.State.Serialization;

using System.Text;

/// <summary>Names of types as a program spells them, for schemas and messages.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(ushort)] = "ushort",
        [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(char)] = "char",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>The name with its namespace and outer types; type arguments in angle brackets, never an assembly.</summary>
    public static string Full(Type type) => Name(type, withNamespace: true);

    /// <summary>The name without namespaces.</summary>
    public static string Short(Type type) => Name(type, withNamespace: false);

    private static string Name(Type type, bool withNamespace)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return Name(type.GetElementType()!, withNamespace) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Name(inner, withNamespace) + "?";
        if (type.IsGenericParameter)
            return type.Name;

        var name = new StringBuilder();
        if (withNamespace && !string.IsNullOrEmpty(type.Namespace))
            name.Append(type.Namespace).Append('.');
        AppendNested(name, type, type.GetGenericArguments(), withNamespace);
        return name.ToString();
    }

    private static void AppendNested(StringBuilder name, Type type, Type[] arguments, bool withNamespace)
    {
        var outer = type.DeclaringType;
        var taken = outer?.GetGenericArguments().Length ?? 0;
        if (outer is not null && withNamespace)
        {
            AppendNested(name, outer, arguments[..taken], withNamespace);
            name.Append('.');
        }

        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        name.Append(tick < 0 ? type.Name : type.Name[..tick]);
        if (arguments.Length > taken)
            name.Append('<').AppendJoin(", ", arguments.Skip(taken).Select(argument => Name(argument, withNamespace))).Append('>');
    }
}
