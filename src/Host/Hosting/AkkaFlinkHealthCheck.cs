namespace Akka.Flink.Host.Hosting;

using Microsoft.Extensions.Diagnostics.HealthChecks;

/// <summary>Says how the node of an application is.</summary>
/// <param name="service">The node.</param>
/// <param name="question">What is asked.</param>
internal sealed class AkkaFlinkHealthCheck(AkkaFlinkService service, AkkaFlinkHealthCheck.Question question) : IHealthCheck
{
    /// <summary>Asks a node something.</summary>
    /// <param name="node">The node.</param>
    /// <param name="reason">How it is, in words.</param>
    public delegate bool Question(AkkaFlink node, out string reason);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);

        if (!service.IsStarted)
            return Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus, "The node is starting."));

        var isWell = question(service.Node, out var reason);
        return Task.FromResult(new HealthCheckResult(isWell ? HealthStatus.Healthy : context.Registration.FailureStatus, reason));
    }
}
