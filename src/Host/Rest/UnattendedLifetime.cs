namespace Akka.Flink.Host.Rest;

using Microsoft.Extensions.Hosting;

/// <summary>A lifetime that listens to no signals: when the REST API ends is the node's affair.</summary>
internal sealed class UnattendedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
