namespace Akka.Flink.Cluster.Tests.Support;

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Flink.EndToEnd.Tests.Support;

/// <summary>A certificate for nodes on loopback, which hosts trust because they are told to, and a token.</summary>
internal sealed class NodeCertificate : IDisposable
{
    private const string Token = "a-token-of-nodes-on-loopback";

    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _certificate;

    public NodeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(_folder.At("node.pem"), _certificate.ExportCertificatePem());
        File.WriteAllText(_folder.At("node.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(_folder.At("node.p12"), _certificate.Export(X509ContentType.Pfx, ""));
        File.WriteAllText(ConfigurationFile, $$"""
            akka.flink.rest.tls { certificate = "{{_folder.At("node.pem")}}", key = "{{_folder.At("node.key")}}" }
            akka.remote.dot-netty.tcp.ssl.certificate.path = "{{_folder.At("node.p12")}}"
            """);
    }

    /// <summary>Where the files are that <c>config/tls.conf</c> has elsewhere.</summary>
    public string ConfigurationFile => _folder.At("files.conf");

    /// <summary>For nodes and commands; the first makes the processes trust the certificate as they do those of the host.</summary>
    public IEnumerable<(string Name, string Value)> Environment =>
    [
        ("SSL_CERT_FILE", _folder.At("node.pem")),
        ("AKKA_FLINK__REST__TOKEN", Token),
        ("AKKA_FLINK_TOKEN", Token),
        ("AKKA_FLINK_CA", _folder.At("node.pem")),
    ];

    /// <summary>A client that trusts this certificate and no other, and has the token.</summary>
    public HttpClient NewClient()
    {
        var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, found, _, _) => found?.Thumbprint == _certificate.Thumbprint,
        };
        var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return client;
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Dispose();
    }
}
