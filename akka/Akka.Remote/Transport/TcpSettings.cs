namespace Akka.Remote.Transport;

using System.Net;
using Akka.Configuration;

/// <summary>The section <c>akka.remote.dot-netty.tcp</c>.</summary>
internal sealed class TcpSettings
{
    private const string Section = "akka.remote.dot-netty.tcp";
    private const string TransportClass = "Akka.Remote.Transport.DotNetty.TcpTransport,Akka.Remote";
    private const long DefaultHighWaterMark = 64 << 20;
    private const int SmallestMaximumFrame = 32_000;

    private TcpSettings(Config config)
    {
        RefuseWhatIsMissing(config);
        var hostname = config.GetString("hostname");
        Hostname = string.IsNullOrEmpty(hostname) ? IPAddress.Any.ToString() : hostname;
        Port = config.GetInt("port");
        var publicHostname = config.GetString("public-hostname");
        PublicHostname = string.IsNullOrEmpty(publicHostname) ? Hostname : publicHostname;
        PublicPort = config.GetInt("public-port");
        PrefersIpV6 = config.GetBoolean("dns-use-ipv6");
        EnforcesIpFamily = config.GetBoolean("enforce-ip-family");
        ConnectTimeout = config.GetTimeSpan("connection-timeout");
        MaximumFrameSize = checked((int)ByteSize(config, "maximum-frame-size"));
        SendBufferSize = checked((int)ByteSize(config, "send-buffer-size"));
        ReceiveBufferSize = checked((int)ByteSize(config, "receive-buffer-size"));
        HighWaterMark = ByteSize(config, "write-buffer-high-water-mark") is var bytes && bytes > 0 ? bytes : DefaultHighWaterMark;
        Backlog = config.GetInt("backlog");
        NoDelay = config.GetBoolean("tcp-nodelay");
        KeepAlive = config.GetBoolean("tcp-keepalive");
        var reuse = config.GetString("tcp-reuse-addr");
        ReuseAddress = reuse == "off-for-windows" ? !OperatingSystem.IsWindows() : config.GetBoolean("tcp-reuse-addr");
        IsLittleEndian = config.GetString("byte-order") == "little-endian";
        IsEncrypted = config.GetBoolean("enable-ssl");
        Ssl = config.GetConfig("ssl");
        Protocol = IsEncrypted ? "akka.ssl.tcp" : "akka.tcp";
        if (MaximumFrameSize < SmallestMaximumFrame)
        {
            throw RemotingErrors.Transport(
                Section + ".maximum-frame-size", MaximumFrameSize, $"It must be at least {SmallestMaximumFrame} bytes.");
        }
    }

    public string Protocol { get; }

    public string Hostname { get; }

    public int Port { get; }

    public string PublicHostname { get; }

    public int PublicPort { get; }

    public bool PrefersIpV6 { get; }

    public bool EnforcesIpFamily { get; }

    public TimeSpan ConnectTimeout { get; }

    public int MaximumFrameSize { get; }

    public int SendBufferSize { get; }

    public int ReceiveBufferSize { get; }

    /// <summary>How many bytes may wait for one connection.</summary>
    public long HighWaterMark { get; }

    public int Backlog { get; }

    public bool NoDelay { get; }

    public bool KeepAlive { get; }

    public bool ReuseAddress { get; }

    public bool IsLittleEndian { get; }

    public bool IsEncrypted { get; }

    public Config Ssl { get; }

    public static TcpSettings From(RemoteSettings settings)
    {
        if (settings.TransportNames is not [Section])
        {
            throw RemotingErrors.Transport(
                "akka.remote.enabled-transports", string.Join(", ", settings.TransportNames), $"This build has just '{Section}'.");
        }

        return new TcpSettings(settings.Config.GetConfig(Section));
    }

    private static long ByteSize(Config config, string key) => config.GetByteSize(key) ?? 0;

    private static void RefuseWhatIsMissing(Config config)
    {
        Expect(config, "transport-class", config.GetString("transport-class").Replace(" ", "") == TransportClass, TransportClass);
        Expect(config, "transport-protocol", config.GetString("transport-protocol") == "tcp", "tcp");
        if (config.GetStringList("applied-adapters") is { Count: > 0 } adapters)
        {
            throw RemotingErrors.Transport(
                Section + ".applied-adapters", string.Join(", ", adapters), "This build has no adapters: leave it empty.");
        }
    }

    private static void Expect(Config config, string key, bool holds, string only)
    {
        if (!holds)
            throw RemotingErrors.Transport($"{Section}.{key}", config.GetString(key), $"This build has just '{only}'.");
    }
}
