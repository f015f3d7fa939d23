namespace Akka.Flink.Host.Tests.Rest;

using System.Net;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

/// <summary>A node's REST API on a free port, in front of a cluster of the tests.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly RestServer _server;

    private readonly DirectoryInfo _folder;

    private TestServer(RestServer server, FakeCluster cluster, ArtifactStore artifacts, DirectoryInfo folder)
    {
        _server = server;
        _folder = folder;
        Cluster = cluster;
        Artifacts = artifacts;
        Http = new HttpClient { BaseAddress = new Uri(server.Url) };
    }

    public static RestSettings Settings { get; } = new(IPAddress.Loopback, null, 0, 0, null, null, null, null, 1 << 20);

    public FakeCluster Cluster { get; }

    public ArtifactStore Artifacts { get; }

    public HttpClient Http { get; }

    public string Url => _server.Url;

    public static Task<TestServer> StartAsync() => StartAsync(Settings);

    public static async Task<TestServer> StartAsync(RestSettings settings)
    {
        var cluster = new FakeCluster();
        var folder = Directory.CreateTempSubdirectory("akka-flink-rest-");
        var artifacts = new ArtifactStore(folder.FullName, TimeProvider.System);
        var server = await RestServer.StartAsync(
            settings,
            "localhost",
            services => services.AddSingleton<IClusterClient>(cluster)
                .AddSingleton(artifacts)
                .AddSingleton<IJobSubmitter>(cluster)
                .AddSingleton<INodeHealth>(cluster),
            NullLoggerFactory.Instance);
        return new TestServer(server, cluster, artifacts, folder);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
