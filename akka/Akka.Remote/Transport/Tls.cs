namespace Akka.Remote.Transport;

using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport.DotNetty;

/// <summary>Encrypts connections, if that is on.</summary>
internal sealed class Tls
{
    private readonly X509Certificate2 _certificate;
    private readonly bool _suppressValidation;

    public Tls(TcpSettings settings, ActorSystem system)
    {
        if (!settings.IsEncrypted)
            return;

        var setup = system.Settings.Setup.Get<DotNettySslSetup>();
        _certificate = setup.HasValue ? setup.Value.Certificate : Load(settings.Ssl);
        _suppressValidation = setup.HasValue ? setup.Value.SuppressValidation : settings.Ssl.GetBoolean("suppress-validation");
        if (!_certificate.HasPrivateKey)
            throw RemotingErrors.Certificate($"the certificate [{_certificate.Subject}] has no private key.");
    }

    public Stream OfClient(NetworkStream stream, string host)
    {
        if (_certificate is null)
            return stream;

        var encrypted = new SslStream(stream);
        encrypted.AuthenticateAsClient(new SslClientAuthenticationOptions
        {
            TargetHost = host,
            ClientCertificates = [_certificate],
            RemoteCertificateValidationCallback = (_, _, _, errors) => _suppressValidation || errors == SslPolicyErrors.None,
        });
        return encrypted;
    }

    public Stream OfServer(NetworkStream stream)
    {
        if (_certificate is null)
            return stream;

        var encrypted = new SslStream(stream);
        encrypted.AuthenticateAsServer(new SslServerAuthenticationOptions { ServerCertificate = _certificate });
        return encrypted;
    }

    private static X509Certificate2 Load(Config ssl)
    {
        var section = ssl.GetConfig("certificate");
        return section.GetBoolean("use-thumbprint-over-file") ? FromStore(section) : FromFile(section);
    }

    private static X509Certificate2 FromFile(Config section)
    {
        var path = section.GetString("path");
        if (string.IsNullOrEmpty(path))
            throw RemotingErrors.Certificate("there is no certificate.");

        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, section.GetString("password"));
        }
        catch (Exception cause) when (cause is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw RemotingErrors.Certificate($"the certificate [{path}] could not be read: {cause.Message}", cause);
        }
    }

    private static X509Certificate2 FromStore(Config section)
    {
        var thumbprint = section.GetString("thumbprint");
        var name = section.GetString("store-name");
        var location = section.GetString("store-location") == "local-machine" ? StoreLocation.LocalMachine : StoreLocation.CurrentUser;
        using var store = new X509Store(name, location);
        store.Open(OpenFlags.ReadOnly);
        var found = store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false);
        return found.Count > 0
            ? found[0]
            : throw RemotingErrors.Certificate($"there is no certificate [{thumbprint}] in store [{name}] of [{location}].");
    }
}
