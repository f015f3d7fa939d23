namespace Akka.Flink.Host.Tests.Rest;

using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Flink.Host.Rest;

public sealed class RestGuardTests : IDisposable
{
    private const string Token = "0123456789abcdef0123";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("akka-flink-tls-");

    [Theory]
    [InlineData(null, "The request has no token.")]
    [InlineData("Basic 0123456789abcdef0123", "The request has no token.")]
    [InlineData("Bearer 0123456789abcdef0124", "The request has a wrong token.")]
    [InlineData("Bearer", "The request has no token.")]
    public async Task Refuses_whoever_has_not_the_token(string? header, string detail)
    {
        await using var server = await TestServer.StartAsync(TestServer.Settings with { Token = Token });
        var request = new HttpRequestMessage(HttpMethod.Get, "/jobs");
        if (header is not null)
            request.Headers.TryAddWithoutValidation("Authorization", header);

        var answer = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains(detail, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(server.Cluster.Orders);
    }

    [Fact]
    public async Task Lets_through_who_has_the_token()
    {
        await using var server = await TestServer.StartAsync(TestServer.Settings with { Token = Token });
        server.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);

        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/jobs")).StatusCode);
    }

    [Fact]
    public async Task Asks_for_no_token_where_health_is_watched()
    {
        await using var server = await TestServer.StartAsync(TestServer.Settings with { Token = Token });

        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Host", "elsewhere.example")]
    public async Task Refuses_pages_of_browsers_where_there_is_no_token(string header, string value)
    {
        await using var server = await TestServer.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/jobs/a/cancel");
        request.Headers.TryAddWithoutValidation(header, value);

        var answer = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(server.Cluster.Orders);
    }

    [Fact]
    public async Task Speaks_TLS_with_a_certificate_of_PEM_files()
    {
        var (certificate, key) = WriteCertificate();
        await using var server = await TestServer.StartAsync(
            TestServer.Settings with { Certificate = certificate, Key = key, Token = Token, Address = "localhost" });
        using var trusting = new RestClient(server.Url, Token, certificate);
        using var ordinary = new RestClient(server.Url, Token, null);

        var jobs = await trusting.GetAsync("jobs", CancellationToken.None);
        var refused = await Assert.ThrowsAsync<RestException>(() => ordinary.GetAsync("jobs", CancellationToken.None));

        Assert.StartsWith("https://localhost:", server.Url);
        Assert.Contains(FakeCluster.JobName, jobs, StringComparison.Ordinal);
        Assert.Contains("is not trusted", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_TLS_with_a_certificate_of_a_PKCS12_file()
    {
        var (pem, key) = WriteCertificate();
        using var certificate = X509Certificate2.CreateFromPemFile(pem, key);
        var file = Path.Combine(_folder.FullName, "node.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "a password"));
        await using var server = await TestServer.StartAsync(
            TestServer.Settings with { Certificate = file, Password = "a password", Address = "localhost" });
        using var client = new RestClient(server.Url, null, pem);

        Assert.Contains(FakeCluster.JobName, await client.GetAsync("jobs", CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_certificate_is_not_there()
    {
        var missing = await Assert.ThrowsAsync<RestException>(
            () => TestServer.StartAsync(TestServer.Settings with { Certificate = "none.pem" }));

        Assert.StartsWith("The certificate 'none.pem' cannot be used:", missing.Message);
        Assert.Equal(ErrorDomain.Definition, missing.Domain);
    }

    [Fact]
    public async Task Says_that_its_port_is_in_use()
    {
        await using var first = await TestServer.StartAsync();
        var port = new Uri(first.Url).Port;

        var refused = await Assert.ThrowsAsync<RestException>(
            () => TestServer.StartAsync(TestServer.Settings with { FirstPort = port, LastPort = port }));

        Assert.StartsWith($"The REST API cannot listen on 127.0.0.1: port {port} is in use.", refused.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private (string Certificate, string Key) WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(_folder.FullName, "node.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(file + ".key", key.ExportPkcs8PrivateKeyPem());
        return (file, file + ".key");
    }
}
