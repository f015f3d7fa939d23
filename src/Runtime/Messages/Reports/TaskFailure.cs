namespace Akka.Flink.Runtime;

/// <summary>Why a task failed.</summary>
/// <param name="Domain">Whose turn it is: decides whether the restart strategy is asked.</param>
/// <param name="IsRecoverable">Whether another attempt may help.</param>
/// <param name="Message">What happened, with operator, subtask, key and the record's timestamp where they are known.</param>
/// <param name="Details">The exception as text; null without one, and where the message says it all.</param>
/// <param name="Exception">The exception itself where it was thrown in this process; null elsewhere.</param>
internal sealed record TaskFailure(ErrorDomain Domain, bool IsRecoverable, string Message, string? Details, Exception? Exception)
{
    /// <summary>Makes one of what was thrown. A definition that is wrong, with no cause beneath it, has no details: where in the engine
    /// that was found helps nobody.</summary>
    /// <param name="cause">What was thrown.</param>
    /// <param name="message">What is said of it.</param>
    public static TaskFailure Of(Exception cause, string message)
    {
        var domain = (cause as FlinkException)?.Domain ?? ErrorDomain.Internal;
        var isDefinition = domain == ErrorDomain.Definition;
        return new TaskFailure(
            domain, !isDefinition, message, isDefinition && cause.InnerException is null ? null : cause.ToString(), cause);
    }
}
