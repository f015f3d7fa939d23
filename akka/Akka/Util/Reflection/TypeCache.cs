namespace Akka.Util.Reflection;

using System.Collections.Concurrent;

/// <summary>Finds types by name and remembers them.</summary>
public static class TypeCache
{
    private static readonly ConcurrentDictionary<string, Type> Types = new();

    /// <summary>The type of this name; it throws when there is none.</summary>
    public static Type GetType(string typeName) => Types.GetOrAdd(typeName, static name => Type.GetType(name, throwOnError: true));
}
