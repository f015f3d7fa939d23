namespace Akka.Flink.Connectors.Kafka;

using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;

/// <summary>How connections to brokers are secured, by the properties that the client is given.</summary>
internal sealed class BrokerSecurity
{
    private static readonly string[] Mechanisms = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"];

    // What has no bearing on what is asked here, or is done here as the client does it.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "ssl.ca.location", "ssl.ca.pem", "ssl.certificate.location", "ssl.certificate.pem", "ssl.key.location", "ssl.key.pem",
        "ssl.key.password", "ssl.keystore.location", "ssl.keystore.password", "ssl.endpoint.identification.algorithm",
        "sasl.mechanism", "sasl.mechanisms", "sasl.username", "sasl.password",
    };

    private readonly TlsOptions? _tls;
    private readonly string? _mechanism;
    private readonly string _userName;
    private readonly string _password;

    private BrokerSecurity(TlsOptions? tls, string? mechanism, string userName, string password) =>
        (_tls, _mechanism, _userName, _password) = (tls, mechanism, userName, password);

    /// <summary>Whether connections are encrypted.</summary>
    public bool UsesTls => _tls is not null;

    /// <summary>Reads properties.</summary>
    /// <param name="properties">The client's, by librdkafka's names.</param>
    /// <exception cref="JobException">They ask for what only the client can do.</exception>
    public static BrokerSecurity From(IReadOnlyDictionary<string, string> properties)
    {
        var protocol = Get("security.protocol")?.ToLowerInvariant() ?? "plaintext";
        var usesTls = protocol is "ssl" or "sasl_ssl";
        var usesSasl = protocol is "sasl_plaintext" or "sasl_ssl";
        foreach (var (name, value) in properties)
        {
            var isAsked = (usesTls && name.StartsWith("ssl.", StringComparison.Ordinal))
                || (usesSasl && name.StartsWith("sasl.", StringComparison.Ordinal));
            if (isAsked && !Known.Contains(name))
                throw KafkaErrors.NoTransactionsWith($"{name}={value}");
        }

        var mechanism = (Get("sasl.mechanisms") ?? Get("sasl.mechanism") ?? "GSSAPI").ToUpperInvariant();
        if (usesSasl && !Mechanisms.Contains(mechanism, StringComparer.Ordinal))
            throw KafkaErrors.NoTransactionsWith($"sasl.mechanism={mechanism}");

        return new BrokerSecurity(
            usesTls ? ReadTls(properties) : null,
            usesSasl ? mechanism : null,
            Get("sasl.username") ?? "",
            Get("sasl.password") ?? "");

        string? Get(string name) => properties.GetValueOrDefault(name);
    }

    /// <summary>Encrypts a connection.</summary>
    /// <param name="stream">The connection; disposed with what is returned.</param>
    /// <param name="host">Whose certificate is expected.</param>
    public Stream Secure(Stream stream, string host)
    {
        var secured = new SslStream(stream);
        try
        {
            secured.AuthenticateAsClient(_tls!.For(host));
            return secured;
        }
        catch (AuthenticationException cause)
        {
            secured.Dispose();
            throw ProtocolErrors.TlsFailed(host, cause);
        }
    }

    /// <summary>Says who this side is, where the brokers ask for it.</summary>
    /// <param name="connection">A new connection.</param>
    public void Authenticate(BrokerConnection connection)
    {
        if (_mechanism is not null)
            SaslDialogue.Run(connection, _mechanism, _userName, _password);
    }

    private static TlsOptions ReadTls(IReadOnlyDictionary<string, string> properties)
    {
        try
        {
            return TlsOptions.From(properties);
        }
        catch (Exception cause) when (cause is IOException or CryptographicException or UnauthorizedAccessException)
        {
            throw KafkaErrors.UnknownProperty(cause);
        }
    }
}
