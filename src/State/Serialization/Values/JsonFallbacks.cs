namespace Akka.Flink.State.Serialization.Values;

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

/// <summary>Decides which types are written as JSON, and tells who wants to warn of it.</summary>
internal static class JsonFallbacks
{
    private static readonly Lock Gate = new();
    private static readonly List<(Type Type, string Reason)> Taken = [];
    private static Action<Type, string>? _listeners;

    /// <summary>How JSON is written: compact, fields too, and every number.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Whether System.Text.Json writes all of such a value: it has a converter for the type, or the type is a collection or
    /// says how it is read.</summary>
    public static bool CanTake(Type type)
    {
        if (type == typeof(object) || type.IsAbstract || type.IsArray || type.ContainsGenericParameters || type.IsByRefLike
            || type.IsPointer)
            return false;

        return Options.GetTypeInfo(type) switch
        {
            { Kind: JsonTypeInfoKind.None } info => info.Converter.GetType() is { } converter
                && !converter.Name.StartsWith("Unsupported", StringComparison.Ordinal),
            { Kind: JsonTypeInfoKind.Object } => SaysHow(type),
            var info => info.CreateObject is not null,
        };
    }

    /// <summary>Calls a listener for each type that is written as JSON, those before the call among them.</summary>
    public static void Listen(Action<Type, string> listener)
    {
        lock (Gate)
        {
            _listeners += listener;
            foreach (var (type, reason) in Taken)
                listener(type, reason);
        }
    }

    /// <summary>Tells that a type is written as JSON.</summary>
    public static void Tell(Type type, string reason)
    {
        lock (Gate)
        {
            Taken.Add((type, reason));
            _listeners?.Invoke(type, reason);
        }
    }

    private static bool SaysHow(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(
            constructor => constructor.IsDefined(typeof(JsonConstructorAttribute)))
        || type.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(
            member => member.IsDefined(typeof(JsonIncludeAttribute)));
}
