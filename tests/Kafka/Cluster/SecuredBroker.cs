namespace Akka.Flink.Kafka.Tests.Cluster;

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Flink.Shared.Networks;

/// <summary>A broker that is reached over TLS and with a password.</summary>
internal sealed class SecuredBroker : IDisposable
{
    public const string User = "alice";
    public const string Password = "secret-of-alice";

    private readonly string _folder;

    public SecuredBroker()
    {
        var started = KafkaPack.Run(null, "start").Split('\n');
        _folder = ValueOf("dir");
        foreach (var mechanism in new[] { "SCRAM-SHA-256", "SCRAM-SHA-512" })
        {
            KafkaPack.Run(
                null, "configs", "--dir", _folder, "--alter", "--entity-type", "users", "--entity-name", User,
                "--add-config", $"{mechanism}=[password={Password}]");
        }

        KafkaPack.Run(null, "kill", "--dir", _folder);
        var port = FreePort.Next();
        Address = $"127.0.0.1:{port}";
        Secure(port);
        KafkaPack.Run(null, "restart", "--dir", _folder);
        KafkaPack.Run(null, "topics", "--dir", _folder, "--create", "--topic", "pages", "--partitions", "1");

        string ValueOf(string name) => started.First(line => line.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
    }

    /// <summary>Where it is reached over TLS.</summary>
    public string Address { get; }

    /// <summary>Who signed its certificate.</summary>
    public string Authority => Path.Combine(_folder, "authority.pem");

    public void Dispose() => KafkaPack.Run(null, "rm", "--dir", _folder);

    private void Secure(int port)
    {
        WriteCertificate();
        var path = Path.Combine(_folder, "node-1.properties");
        var lines = File.ReadAllLines(path).Select(line => line switch
        {
            _ when line.StartsWith("listeners=", StringComparison.Ordinal) => $"{line},SECURE://127.0.0.1:{port}",
            _ when line.StartsWith("advertised.listeners=", StringComparison.Ordinal) => $"{line},SECURE://127.0.0.1:{port}",
            _ when line.StartsWith("listener.security.protocol.map=", StringComparison.Ordinal) => $"{line},SECURE:SASL_SSL",
            _ => line,
        });
        const string modules = "org.apache.kafka.common.security";
        File.WriteAllLines(path,
        [
            .. lines,
            "listener.name.secure.sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
            $"listener.name.secure.plain.sasl.jaas.config={modules}.plain.PlainLoginModule required user_{User}=\"{Password}\";",
            $"listener.name.secure.scram-sha-256.sasl.jaas.config={modules}.scram.ScramLoginModule required;",
            $"listener.name.secure.scram-sha-512.sasl.jaas.config={modules}.scram.ScramLoginModule required;",
            "listener.name.secure.ssl.keystore.type=PEM",
            $"listener.name.secure.ssl.keystore.location={Path.Combine(_folder, "broker.pem")}",
        ]);
    }

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(150));
        File.WriteAllText(Authority, certificate.ExportCertificatePem());
        File.WriteAllText(
            Path.Combine(_folder, "broker.pem"), key.ExportPkcs8PrivateKeyPem() + "\n" + certificate.ExportCertificatePem() + "\n");
    }
}
