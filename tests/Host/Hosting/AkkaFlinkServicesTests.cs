namespace Akka.Flink.Host.Tests.Hosting;

using Akka.Actor;
using Akka.Cluster;
using Akka.Configuration;
using Akka.Flink.Host.Hosting;
using Akka.Flink.Host.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using GenericHost = Microsoft.Extensions.Hosting.Host;

public sealed class AkkaFlinkServicesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("akka-flink-hosting-");

    [Fact]
    public async Task A_node_starts_and_ends_with_the_host()
    {
        using var host = Build();
        await host.StartAsync();
        var node = host.Services.GetRequiredService<AkkaFlinkService>();

        await UntilReadyAsync(host);
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        await host.StopAsync();

        Assert.Equal(HealthStatus.Healthy, health.Status);
        Assert.True(node.System.WhenTerminated.IsCompleted);
        Assert.False(node.Node.IsLive(out _));
    }

    [Fact]
    public async Task A_node_that_has_not_started_is_neither_live_nor_ready()
    {
        using var host = Build();

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Unhealthy, report.Entries[AkkaFlinkServices.LiveCheck].Status);
        Assert.Equal("The node is starting.", report.Entries[AkkaFlinkServices.ReadyCheck].Description);
    }

    [Fact]
    public async Task A_host_does_not_start_without_its_node()
    {
        using var host = Build(options => options.Settings["rest.bind-address"] = "0.0.0.0");

        var refused = await Assert.ThrowsAnyAsync<FlinkException>(() => host.StartAsync());

        Assert.Contains("Whoever reaches the REST API can run programs here", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_actor_system_of_an_application_takes_part()
    {
        var own = ConfigurationFactory.ParseString($$"""
            akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
            akka.flink { dir = "{{_folder.FullName}}", rest.port = 0, cluster.slots = 2 }
            """);
        var system = ActorSystem.Create("shop", await BootstrapSetup.Create().WithConfig(own).WithAkkaFlinkAsync());
        try
        {
            var flink = AkkaFlink.Get(system);
            await flink.Started;
            Cluster.Get(system).Join(Cluster.Get(system).SelfAddress);
            await UntilAsync(() => flink.IsReady(out _));

            Assert.Equal(2, flink.Slots);
            Assert.StartsWith("http://127.0.0.1:", flink.RestUrl);
            Assert.Same(flink, AkkaFlink.Get(system));
        }
        finally
        {
            await system.Terminate();
        }
    }

    [Fact]
    public async Task An_actor_system_without_it_is_told_what_to_do()
    {
        var system = ActorSystem.Create("plain");
        try
        {
            var refused = Assert.Throws<NodeException>(() => AkkaFlink.Get(system));

            Assert.Contains("'plain' was created without Akka.Flink", refused.Message, StringComparison.Ordinal);
            Assert.Contains("WithAkkaFlinkAsync()", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            await system.Terminate();
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IHost Build(Action<AkkaFlinkOptions>? configure = null)
    {
        var builder = GenericHost.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddAkkaFlink(options =>
        {
            options.Port = 0;
            options.RestPort = "0";
            options.Slots = 1;
            options.Settings["dir"] = _folder.FullName;
            configure?.Invoke(options);
        });
        return builder.Build();
    }

    private static Task UntilReadyAsync(IHost host) => UntilAsync(() =>
    {
        var node = host.Services.GetRequiredService<AkkaFlinkService>();
        return node.IsStarted && node.Node.IsReady(out _);
    });

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
            await Task.Delay(20, deadline.Token);
    }
}
