namespace Akka.Util;

using System.Collections.Concurrent;
using System.Text.RegularExpressions;

/// <summary>What the toolkit asks of types: their kinship and their name on the wire.</summary>
public static partial class TypeExtensions
{
    private static readonly ConcurrentDictionary<Type, string> QualifiedNames = new();

    public static bool Implements<T>(this Type type) => typeof(T).IsAssignableFrom(type);

    public static bool Implements(this Type type, Type moreGeneralType) => moreGeneralType.IsAssignableFrom(type);

    /// <summary>The name with its assembly but no version, culture and key, so that another version of it finds the type.</summary>
    public static string TypeQualifiedName(this Type type) => QualifiedNames.GetOrAdd(type, static t =>
    {
        var name = AssemblyDetails().Replace(t.FullName ?? t.Name, string.Empty);
        return t.Assembly == typeof(object).Assembly ? name : $"{name}, {t.Assembly.GetName().Name}";
    });

    [GeneratedRegex(@", Version=[\d.]+|, Culture=[^,\]]+|, PublicKeyToken=(null|[\da-f]+)")]
    private static partial Regex AssemblyDetails();
}
