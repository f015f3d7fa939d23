namespace Akka.Remote.Serialization;

using System.Reflection;
using Akka.Remote.Serialization.Proto;
using Akka.Util;

/// <summary>Exceptions inside messages: their type, text, trace and cause.</summary>
/// <remarks>
/// The type is made again where it is known and has a constructor that takes the text, with or without a cause. Any other one arrives as
/// an <see cref="Exception"/> whose text begins with its name. Nothing but exceptions is ever made by name.
/// </remarks>
internal static class NestedException
{
    private const int DeepestCause = 16;

    public static ExceptionData Of(Exception exception) => Of(exception, DeepestCause);

    public static Exception Read(ExceptionData data)
    {
        if (data is null || data.Type.Length == 0)
            return null;

        var inner = Read(data.Inner);
        var exception = Make(data.Type, data.Message, inner)
            ?? new Exception($"{data.Type.Split(',')[0]}: {data.Message}", inner);
        if (data.StackTrace.Length > 0)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.SetRemoteStackTrace(exception, data.StackTrace);
        return exception;
    }

    private static ExceptionData Of(Exception exception, int depth) => exception is null || depth == 0 ? null : new ExceptionData
    {
        Type = exception.GetType().TypeQualifiedName(),
        Message = exception.Message,
        StackTrace = exception.StackTrace ?? "",
        Inner = Of(exception.InnerException, depth - 1),
    };

    private static Exception Make(string typeName, string message, Exception inner)
    {
        try
        {
            var type = Type.GetType(typeName);
            if (type is null || type.IsAbstract || !typeof(Exception).IsAssignableFrom(type))
                return null;

            var withInner = type.GetConstructor([typeof(string), typeof(Exception)]);
            return (Exception)(withInner is not null
                ? withInner.Invoke([message, inner])
                : type.GetConstructor([typeof(string)])?.Invoke([message]));
        }
        catch (Exception cause) when (cause is TargetInvocationException or ArgumentException or IOException or BadImageFormatException
            or TypeLoadException)
        {
            // A name that is none, or a constructor that wants something else: the text is what counts.
            return null;
        }
    }
}
