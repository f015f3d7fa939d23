namespace Akka.Remote.Transport.DotNetty;

using System.Security.Cryptography.X509Certificates;
using Akka.Actor.Setup;

/// <summary>The certificate of encrypted connections, by code.</summary>
public sealed class DotNettySslSetup : Setup
{
    public DotNettySslSetup(X509Certificate2 certificate, bool suppressValidation)
    {
        Certificate = certificate;
        SuppressValidation = suppressValidation;
    }

    public X509Certificate2 Certificate { get; }

    public bool SuppressValidation { get; }
}
