namespace Akka.Flink.Host.Rest;

using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Flink.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

/// <summary>The REST API of a node, listening.</summary>
/// <remarks><para><b>Threads.</b> Any. It listens until it is disposed of.</para></remarks>
internal sealed class RestServer : IAsyncDisposable
{
    private const string OpenApiPath = "/openapi.json";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;

    private RestServer(WebApplication app, RestSettings settings, string host)
    {
        _app = app;
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Url = new UriBuilder(settings.IsSecure ? "https" : "http", host, new Uri(bound).Port).Uri.ToString().TrimEnd('/');
    }

    /// <summary>Where it is to be found by others.</summary>
    public string Url { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="settings">Where, and who may use it.</param>
    /// <param name="nodeHost">The node's host: what others are told where the API listens on all addresses.</param>
    /// <param name="services">What serves the routes: <see cref="IClusterClient"/>, <see cref="ArtifactStore"/>,
    /// <see cref="IJobSubmitter"/>, <see cref="INodeHealth"/>.</param>
    /// <param name="logging">Where the log goes.</param>
    /// <exception cref="RestException">No port is free, or the certificate cannot be read.</exception>
    public static async Task<RestServer> StartAsync(
        RestSettings settings, string nodeHost, Action<IServiceCollection> services, ILoggerFactory logging)
    {
        var certificate = CertificateOf(settings);
        for (var port = settings.FirstPort; port <= settings.LastPort; port++)
        {
            var app = Build(settings, port, certificate, services, logging);
            try
            {
                await app.StartAsync().ConfigureAwait(false);
                return new RestServer(app, settings, settings.Address ?? HostOf(settings.BindAddress, nodeHost));
            }
            catch (IOException cause) when (cause.InnerException is AddressInUseException)
            {
                await app.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception cause) when (cause is IOException or SocketException)
            {
                await app.DisposeAsync().ConfigureAwait(false);
                throw RestErrors.CannotListen(settings.BindAddress.ToString(), port, cause);
            }
        }

        throw RestErrors.PortsInUse(settings.BindAddress.ToString(), settings.FirstPort, settings.LastPort);
    }

    /// <summary>Finishes what was asked for, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _app.StopAsync(patience.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(
        RestSettings settings, int port, X509Certificate2? certificate, Action<IServiceCollection> services, ILoggerFactory logging)
    {
        // Empty: files and variables that configure web applications are none of ours.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(settings.BindAddress, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                if (certificate is not null)
                    listen.UseHttps(certificate);
                else
                    listen.Protocols = HttpProtocols.Http1;
            });
        });
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => RestJson.Strict(json.SerializerOptions));
        builder.Services.Configure<Microsoft.AspNetCore.Routing.RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi(RestOpenApi.Describe);
        builder.Services.AddSingleton<IHostLifetime, UnattendedLifetime>();
        builder.Services.AddSingleton<ILoggerFactory>(new QuietLoggerFactory(logging));
        services(builder.Services);
        var app = builder.Build();
        var problems = new RestProblems(logging.CreateLogger(typeof(RestServer).FullName!));
        var guard = new RestGuard(settings.Token);
        app.Use(next => context => problems.InvokeAsync(context, next));
        app.Use(next => context => guard.InvokeAsync(context, next));
        app.UseRouting();
        RestRoutes.Map(app, settings.MaxArtifactBytes);
        app.MapOpenApi(OpenApiPath);
        return app;
    }

    private static string HostOf(IPAddress bound, string nodeHost) =>
        bound.Equals(IPAddress.Any) || bound.Equals(IPAddress.IPv6Any) ? nodeHost
        : bound.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{bound}]"
        : bound.ToString();

    private static X509Certificate2? CertificateOf(RestSettings settings)
    {
        if (settings.Certificate is not { } file)
            return null;

        try
        {
            return X509Certificate2.GetCertContentType(file) == X509ContentType.Pkcs12
                ? X509CertificateLoader.LoadPkcs12FromFile(file, settings.Password)
                : FromPem(file, settings);
        }
        catch (Exception cause) when (cause is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw RestErrors.NoCertificate(file, cause);
        }
    }

    private static X509Certificate2 FromPem(string file, RestSettings settings) => settings.Password is null
        ? X509Certificate2.CreateFromPemFile(file, settings.Key)
        : X509Certificate2.CreateFromEncryptedPemFile(file, settings.Password, settings.Key);
}
