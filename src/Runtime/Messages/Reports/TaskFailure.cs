namespace Akka.Flink.Runtime;

/// <summary>Why a task failed.</summary>
/// <param name="Domain">Whose turn it is: decides whether the restart strategy is asked.</param>
/// <param name="IsRecoverable">Whether another attempt may help.</param>
/// <param name="Message">What happened, with operator, subtask, key and the record's timestamp where they are known.</param>
/// <param name="Details">The exception as text; null without.</param>
/// <param name="Exception">The exception itself where it was thrown in this process; null elsewhere.</param>
internal sealed record TaskFailure(ErrorDomain Domain, bool IsRecoverable, string Message, string? Details, Exception? Exception);
