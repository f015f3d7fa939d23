namespace Akka.Flink.Host.Hosting;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

/// <summary>Adds a node to an application with a Generic Host.</summary>
public static class AkkaFlinkServices
{
    /// <summary>The health check that says whether the node can go on; its tag is <c>live</c>.</summary>
    public const string LiveCheck = "akka-flink-live";

    /// <summary>The health check that says whether the node is up in its cluster; its tag is <c>ready</c>.</summary>
    public const string ReadyCheck = "akka-flink-ready";

    /// <summary>Adds a node that starts and ends with the host: it leaves its cluster gracefully, after its jobs have been moved.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Says how the node is started; null for what the configuration says.</param>
    /// <returns>The same services. <see cref="AkkaFlinkService"/> is one of them now; health checks are registered under
    /// <see cref="LiveCheck"/> and <see cref="ReadyCheck"/>. Akka's log goes to the loggers of the application.</returns>
    /// <remarks><para>Give the host enough time to end (<c>HostOptions.ShutdownTimeout</c>): more than
    /// <c>akka.flink.cluster.leave-timeout</c>.</para></remarks>
    public static IServiceCollection AddAkkaFlink(this IServiceCollection services, Action<AkkaFlinkOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        var options = new AkkaFlinkOptions();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.AddSingleton<AkkaFlinkService>();
        services.AddSingleton<IHostedService>(all => all.GetRequiredService<AkkaFlinkService>());
        services.AddHealthChecks()
            .Add(Check(LiveCheck, "live", (AkkaFlink node, out string reason) => node.IsLive(out reason)))
            .Add(Check(ReadyCheck, "ready", (AkkaFlink node, out string reason) => node.IsReady(out reason)));
        return services;
    }

    private static HealthCheckRegistration Check(string name, string tag, AkkaFlinkHealthCheck.Question question) => new(
        name, all => new AkkaFlinkHealthCheck(all.GetRequiredService<AkkaFlinkService>(), question), HealthStatus.Unhealthy, [tag]);
}
