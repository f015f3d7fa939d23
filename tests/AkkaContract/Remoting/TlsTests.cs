namespace Akka.Flink.AkkaContract.Tests.Remoting;

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Remote;
using Akka.Remote.Transport.DotNetty;

[Trait("promise", "remoting")]
public sealed class TlsTests() : RemotingTest(Encrypted(suppressValidation: true))
{
    private const string Password = "the password of a test";

    private static readonly Lazy<string> CertificateFile = new(MakeCertificate);

    [Fact]
    public void Encrypted_systems_talk_and_are_told_by_their_protocol()
    {
        var other = StartOther("other", Encrypted(suppressValidation: true));
        var echo = Reach(Sys, Echo(other), other);

        for (var i = 0; i < 2_000; i++)
            echo.Tell(i, TestActor);
        echo.Tell(new byte[100_000], TestActor);

        for (var i = 0; i < 2_000; i++)
            ExpectMsg(i);
        Assert.Equal(100_000, ExpectMsg<byte[]>().Length);
        Assert.Equal("akka.ssl.tcp", AddressOf(other).Protocol);
    }

    [Fact]
    public void A_certificate_that_nobody_vouches_for_is_refused()
    {
        var strict = StartOther("strict", Encrypted(suppressValidation: false));
        var errors = CreateTestProbe();
        var forward = ActIn(strict, (_, message) => errors.Tell(message));
        strict.EventStream.Subscribe(forward, typeof(AssociationErrorEvent));

        Reach(strict, TestActor, Sys).Tell("hello", ActorRefs.NoSender);

        Assert.Contains("certificate", errors.ExpectMsg<AssociationErrorEvent>().Cause.ToString());
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_certificate_can_be_given_by_code()
    {
        var certificate = X509CertificateLoader.LoadPkcs12FromFile(CertificateFile.Value, Password);
        var setup = new DotNettySslSetup(certificate, suppressValidation: true);
        var config = ConfigurationFactory.ParseString("akka.remote.dot-netty.tcp.enable-ssl = on\n").WithFallback(Patient + Remote);
        var other = ActorSystem.Create("other", ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config), setup));
        try
        {
            Reach(Sys, Echo(other), other).Tell("hello", TestActor);
            ExpectMsg("hello");
        }
        finally
        {
            End(other);
        }
    }

    [Fact]
    public void Encryption_without_a_certificate_stops_the_start()
    {
        var failure = Assert.ThrowsAny<Exception>(() => StartOther("bare", "akka.remote.dot-netty.tcp.enable-ssl = on\n"));

        Assert.Contains("certificate", failure.ToString());
    }

    private static string Encrypted(bool suppressValidation) => $$"""
        akka.remote.dot-netty.tcp {
          enable-ssl = on
          ssl {
            suppress-validation = {{(suppressValidation ? "on" : "off")}}
            certificate { path = "{{CertificateFile.Value}}", password = "{{Password}}" }
          }
        }

        """;

    private static string MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=akka.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(Directory.CreateTempSubdirectory("akka-contract-").FullName, "test.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, Password));
        return path;
    }
}
