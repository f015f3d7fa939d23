namespace Akka.Flink;

/// <summary>Every way in which building or running operators fails, in one place.</summary>
/// <remarks>First what happened, with the values at hand; then what to do. Names in quotes, configuration keys in full.</remarks>
internal static class OperatorErrors
{
    public static JobException NoRuntimeContext(Type function) => new(ErrorDomain.Function,
        $"'{function.Name}' used its RuntimeContext before it was opened. Ask for state and names in Open, not in the constructor or a field initializer.");
}
