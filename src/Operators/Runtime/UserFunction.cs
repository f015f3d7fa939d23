namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>What an operator does with the function of a user: gives each subtask its own, opens and closes it.</summary>
internal static class UserFunction
{
    /// <summary>The instance of a subtask: a shallow copy, so that fields set in <see cref="RichFunction.Open"/> are not shared.</summary>
    /// <typeparam name="T">The function's type.</typeparam>
    /// <param name="function">What the program was given.</param>
    public static T ForSubtask<T>(T function)
        where T : class, IFunction =>
        Clone(function);

    /// <summary>A shallow copy.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="function">The object.</param>
    public static T Clone<T>(T function)
        where T : class =>
        (T)MemberwiseClone(function);

    /// <summary>Opens a function, if it can be.</summary>
    /// <param name="function">The function; null for none.</param>
    /// <param name="context">Where it runs.</param>
    /// <param name="keyed">Its keyed state; null when the stream is not keyed.</param>
    public static void Open(object? function, OperatorContext context, KeyedStateBackend? keyed)
    {
        if (function is not (RichFunction or ICheckpointedFunction))
            return;

        try
        {
            if (function is ICheckpointedFunction checkpointed)
                context.States.Add(checkpointed, keyed);
            if (function is RichFunction rich)
                Open(rich, context, keyed);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.OpenFailed(context, cause);
        }
    }

    /// <summary>Opens a function inside another one.</summary>
    /// <param name="function">The function; null for none.</param>
    /// <param name="outer">The other one, which is being opened.</param>
    public static void Open(object? function, RichFunction outer) => Open(function, outer.Place!, outer.KeyedState);

    /// <summary>Closes a function, if it can be.</summary>
    /// <param name="function">The function; null for none.</param>
    public static void Close(object? function) => (function as RichFunction)?.Close();

    private static void Open(RichFunction function, OperatorContext context, KeyedStateBackend? keyed)
    {
        var runtime = new RuntimeContext(context, keyed);
        function.RuntimeContext = context.StateWrapper?.Invoke(runtime) ?? runtime;
        function.Place = context;
        function.KeyedState = keyed;
        function.Open(OpenContext.Instance);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "MemberwiseClone")]
    private static extern object MemberwiseClone(object function);
}
