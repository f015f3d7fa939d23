namespace Akka.Flink.Testing;

/// <summary>What came out of a pipeline is not what was expected: the message says in which mode, at which step, and both.</summary>
/// <param name="message">The message.</param>
/// <param name="cause">What a function threw; null when the output differs.</param>
public sealed class VerificationException(string message, Exception? cause = null) : Exception(message, cause);
