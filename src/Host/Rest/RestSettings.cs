namespace Akka.Flink.Host.Rest;

using System.Globalization;
using System.Net;
using Akka.Flink.Runtime;

/// <summary>The REST API of a node: <c>akka.flink.rest</c>.</summary>
/// <param name="BindAddress"><c>bind-address</c>: where it listens.</param>
/// <param name="Address"><c>address</c>: what others are told, or <see langword="null"/> for the address that it listens on.</param>
/// <param name="FirstPort"><c>port</c>: the first one that is tried; 0 for any.</param>
/// <param name="LastPort">The last one that is tried.</param>
/// <param name="Certificate"><c>tls.certificate</c>: its file, or <see langword="null"/> for no TLS.</param>
/// <param name="Key"><c>tls.key</c>: the file of its key, or <see langword="null"/> when the certificate's file holds it.</param>
/// <param name="Password"><c>tls.password</c>, or <see langword="null"/>.</param>
/// <param name="Token"><c>token</c>, or <see langword="null"/> for none.</param>
/// <param name="MaxArtifactBytes"><c>max-artifact-bytes</c>.</param>
internal sealed record RestSettings(
    IPAddress BindAddress,
    string? Address,
    int FirstPort,
    int LastPort,
    string? Certificate,
    string? Key,
    string? Password,
    string? Token,
    long MaxArtifactBytes)
{
    private const string Off = "off";

    private const int ShortestToken = 16;
    private const string Loopback = "localhost";

    /// <summary>Whether the node has one: <c>port</c> is not <c>off</c>.</summary>
    public bool IsOn => FirstPort >= 0;

    /// <summary>Whether it speaks TLS.</summary>
    public bool IsSecure => Certificate is not null;

    /// <summary>Reads the section.</summary>
    /// <param name="reader">What is configured.</param>
    public static RestSettings From(SettingsReader reader)
    {
        var bind = reader.Text(
            "rest.bind-address", text => TryAddress(text, out _), "an IP address: '127.0.0.1' for this host alone, '0.0.0.0' for all");
        var port = reader.Text(
            "rest.port", text => TryPorts(text, out _, out _), "a port from 0 to 65535, a range such as '8081-8099', or 'off'");
        TryAddress(bind ?? "", out var address);
        TryPorts(port ?? "", out var first, out var last);
        var token = reader.Text(
            "rest.token",
            text => text.Length is 0 or >= ShortestToken && !text.Any(char.IsWhiteSpace),
            $"at least {ShortestToken} letters without blanks, such as 'openssl rand -hex 32' gives");
        var settings = new RestSettings(
            address ?? IPAddress.Loopback,
            OrNull(Any(reader, "rest.address")),
            first,
            last,
            OrNull(Any(reader, "rest.tls.certificate")),
            OrNull(Any(reader, "rest.tls.key")),
            OrNull(Any(reader, "rest.tls.password")),
            OrNull(token ?? ""),
            reader.Bytes("rest.max-artifact-bytes", 1 << 20, 4L << 30));
        settings.CheckProtection(reader);
        return settings;
    }

    private void CheckProtection(SettingsReader reader)
    {
        if (IsOn && !IPAddress.IsLoopback(BindAddress) && Certificate is null)
        {
            reader.Contradict("rest.bind-address", "rest.tls.certificate",
                "Whoever reaches the REST API can run programs here: set a certificate and a token, or listen on 127.0.0.1.");
        }

        if (IsOn && !IPAddress.IsLoopback(BindAddress) && Token is null)
        {
            reader.Contradict("rest.bind-address", "rest.token",
                "Whoever reaches the REST API can run programs here: set a token and a certificate, or listen on 127.0.0.1.");
        }
    }

    private static string Any(SettingsReader reader, string key) => reader.Text(key, _ => true, "a text");

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static bool TryAddress(string text, out IPAddress? address)
    {
        address = text == Loopback ? IPAddress.Loopback : null;
        return address is not null || IPAddress.TryParse(text, out address);
    }

    private static bool TryPorts(string text, out int first, out int last)
    {
        if (text == Off)
        {
            first = last = -1;
            return true;
        }

        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        last = 0;
        return TryPort(ends[0], out first)
            && TryPort(ends[^1], out last)
            && (ends.Length == 1 || (ends.Length == 2 && first > 0 && last >= first));
    }

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort;
}
