namespace Akka.Pattern;

/// <summary>When a backoff supervisor forgets how often its child has failed.</summary>
public interface IBackoffReset;

/// <summary>When <see cref="BackoffSupervisor.Reset"/> is received.</summary>
internal sealed record ManualReset : IBackoffReset;

/// <summary>When the child has run for <paramref name="ResetBackoff"/>.</summary>
internal sealed record AutoReset(TimeSpan ResetBackoff) : IBackoffReset;
