namespace Akka.Flink;

/// <summary>What Akka.Flink throws: an error that says whose turn it is.</summary>
/// <remarks>Its text has three parts: what happened, with the values; where; what to do.</remarks>
/// <param name="domain">Whose turn it is.</param>
/// <param name="message">What happened, where, and what to do.</param>
/// <param name="cause">What it was caused by, if anything.</param>
public abstract class FlinkException(ErrorDomain domain, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whose turn it is.</summary>
    public ErrorDomain Domain { get; } = domain;
}
