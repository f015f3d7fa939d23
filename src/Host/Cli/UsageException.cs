namespace Akka.Flink.Host.Cli;

/// <summary>The command line makes no sense. Nothing was started.</summary>
/// <param name="message">What was written, and what would be accepted.</param>
internal sealed class UsageException(string message) : FlinkException(ErrorDomain.Definition, message);
