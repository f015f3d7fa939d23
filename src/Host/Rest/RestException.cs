namespace Akka.Flink.Host.Rest;

/// <summary>A request that the REST API refuses, or a REST API that cannot be had.</summary>
/// <param name="domain">Whose turn it is.</param>
/// <param name="status">The status of HTTP.</param>
/// <param name="message">What happened, and what to do.</param>
/// <param name="cause">What it was caused by, if anything.</param>
internal sealed class RestException(ErrorDomain domain, int status, string message, Exception? cause = null)
    : FlinkException(domain, message, cause)
{
    /// <summary>The status of HTTP.</summary>
    public int Status { get; } = status;

    /// <summary>What a node has said.</summary>
    /// <param name="domain">Whose turn it is.</param>
    /// <param name="status">The status of HTTP.</param>
    /// <param name="detail">The node's sentence.</param>
    public static RestException Said(ErrorDomain domain, int status, string detail) => new(domain, status, detail);
}
