namespace Akka.Flink.Connectors.Kafka;

using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

/// <summary>How TLS is set up, by the client's properties.</summary>
/// <param name="Authorities">Who may have signed the broker's certificate; null for those that the system trusts.</param>
/// <param name="Own">This side's certificate; null for none.</param>
/// <param name="Tolerated">What may be wrong with the broker's certificate.</param>
internal sealed record TlsOptions(X509Certificate2Collection? Authorities, X509Certificate2? Own, SslPolicyErrors Tolerated)
{
    private const SslPolicyErrors Everything = SslPolicyErrors.RemoteCertificateChainErrors
        | SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateNotAvailable;

    /// <summary>Reads properties, and the files that they name.</summary>
    /// <param name="properties">The client's, by librdkafka's names.</param>
    public static TlsOptions From(IReadOnlyDictionary<string, string> properties)
    {
        var tolerated = SslPolicyErrors.None;
        if (Get("ssl.endpoint.identification.algorithm") == "none")
            tolerated = SslPolicyErrors.RemoteCertificateNameMismatch;
        if (Get("enable.ssl.certificate.verification") == "false")
            tolerated = Everything;
        return new TlsOptions(Read(Get("ssl.ca.pem"), Get("ssl.ca.location")), ReadOwn(Get), tolerated);

        string? Get(string name) => properties.GetValueOrDefault(name);
    }

    /// <summary>The options of a connection.</summary>
    /// <param name="host">Whose certificate is expected.</param>
    public SslClientAuthenticationOptions For(string host)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            RemoteCertificateValidationCallback = (_, _, _, errors) => (errors & ~Tolerated) == SslPolicyErrors.None,
        };
        if (Own is not null)
            options.ClientCertificates = [Own];
        if (Authorities is null)
            return options;

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(Authorities);
        options.CertificateChainPolicy = policy;
        return options;
    }

    private static X509Certificate2Collection? Read(string? pem, string? path)
    {
        if (pem is null && path is null)
            return null;

        var authorities = new X509Certificate2Collection();
        var files = Directory.Exists(path) ? Directory.GetFiles(path) : path is null ? [] : [path];
        if (pem is not null)
            authorities.ImportFromPem(pem);
        foreach (var file in files)
            authorities.ImportFromPemFile(file);
        return authorities;
    }

    private static X509Certificate2? ReadOwn(Func<string, string?> get)
    {
        if (get("ssl.keystore.location") is { } store)
            return X509CertificateLoader.LoadPkcs12FromFile(store, get("ssl.keystore.password"));
        if ((get("ssl.certificate.pem") ?? Text(get("ssl.certificate.location"))) is not { } certificate)
            return null;

        var key = get("ssl.key.pem") ?? Text(get("ssl.key.location")) ?? certificate;
        return get("ssl.key.password") is { } password
            ? X509Certificate2.CreateFromEncryptedPem(certificate, key, password)
            : X509Certificate2.CreateFromPem(certificate, key);
    }

    private static string? Text(string? path) => path is null ? null : File.ReadAllText(path);
}
