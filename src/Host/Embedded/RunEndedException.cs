namespace Akka.Flink.Host.Embedded;

/// <summary>A program need not go on: its job was stopped, or had finished before. Everything was said already.</summary>
/// <param name="exitCode">What the process ends with.</param>
/// <param name="message">Why.</param>
internal sealed class RunEndedException(ExitCode exitCode, string message) : Exception(message)
{
    /// <summary>What the process ends with.</summary>
    public ExitCode ExitCode { get; } = exitCode;
}
