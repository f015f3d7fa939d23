namespace Akka.Actor;

using System.Globalization;
using Akka.Util;

/// <summary>Where an actor system is: protocol, system name and, once it can be reached from elsewhere, host and port.</summary>
public sealed class Address : IEquatable<Address>, IComparable<Address>, IComparable, ISurrogated, ICloneable
{
    public static readonly Address AllSystems = new("akka", "all-systems");

    public static readonly IComparer<Address> Comparer = Comparer<Address>.Create(Compare);

    private readonly string _text;

    public Address(string protocol, string system, string host = null, int? port = null)
    {
        Protocol = protocol;
        System = system;
        Host = host?.ToLowerInvariant();
        Port = port;
        _text = Format();
    }

    public string Protocol { get; }

    public string System { get; }

    public string Host { get; }

    public int? Port { get; }

    public bool HasLocalScope => string.IsNullOrEmpty(Host);

    public bool HasGlobalScope => !string.IsNullOrEmpty(Host);

    public static bool operator ==(Address left, Address right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Address left, Address right) => !(left == right);

    public static Address Parse(string address) =>
        TryParse(address, out Address parsed)
            ? parsed
            : throw new ArgumentException($"Invalid address format: [{address}]. Expected [protocol://system@host:port].", nameof(address));

    public static bool TryParse(string path, out Address address) => TryParse(path.AsSpan(), out address, out _);

    public static bool TryParse(string path, out Address address, out string absolutUri)
    {
        var parsed = TryParse(path.AsSpan(), out address, out var rest);
        absolutUri = parsed ? rest.ToString() : null;
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<char> span, out Address address) => TryParse(span, out address, out _);

    public static bool TryParse(ReadOnlySpan<char> span, out Address address, out ReadOnlySpan<char> absolutUri)
    {
        address = null;
        absolutUri = default;
        var colon = span.IndexOf(':');
        if (colon < 4 || !span.StartsWith("akka", StringComparison.Ordinal) || !span[colon..].StartsWith("://", StringComparison.Ordinal))
            return false;

        var authority = span[(colon + 3)..];
        var slash = authority.IndexOf('/');
        absolutUri = slash < 0 ? "/" : authority[slash..];
        if (slash >= 0)
            authority = authority[..slash];

        return authority.Length > 0 && TryParseAuthority(span[..colon].ToString(), authority, out address);
    }

    public Address WithHost(string host = null) => new(Protocol, System, host, Port);

    public Address WithPort(int? port = null) => new(Protocol, System, Host, port);

    public Address WithProtocol(string protocol) => new(protocol, System, Host, Port);

    public Address WithSystem(string system) => new(Protocol, system, Host, Port);

    /// <summary>The address without its protocol.</summary>
    public string HostPort() => _text[(Protocol.Length + 3)..];

    public object Clone() => new Address(Protocol, System, Host, Port);

    public bool Equals(Address other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (Port == other.Port && Host == other.Host && System == other.System && Protocol == other.Protocol));

    public override bool Equals(object obj) => obj is Address other && Equals(other);

    public override int GetHashCode() => string.GetHashCode(_text);

    public int CompareTo(Address other) => Compare(this, other);

    int IComparable.CompareTo(object obj) => obj switch
    {
        null => 1,
        Address other => Compare(this, other),
        _ => throw new ArgumentException($"Cannot compare an Address to a {obj.GetType()}.", nameof(obj)),
    };

    public override string ToString() => _text;

    public ISurrogate ToSurrogate(ActorSystem system) =>
        new AddressSurrogate { Host = Host, Port = Port, System = System, Protocol = Protocol };

    private static bool TryParseAuthority(string protocol, ReadOnlySpan<char> authority, out Address address)
    {
        address = null;
        var at = authority.IndexOf('@');
        if (at < 0)
        {
            address = new Address(protocol, authority.ToString());
            return true;
        }

        var system = authority[..at].ToString();
        var hostPort = authority[(at + 1)..];
        var colon = hostPort.LastIndexOf(':');
        if (system.Length == 0 || hostPort.Length == 0 || colon == 0)
            return false;

        if (colon < 0 || hostPort[^1] == ']')
        {
            address = new Address(protocol, system, hostPort.ToString());
            return true;
        }

        if (!int.TryParse(hostPort[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535)
            return false;

        address = new Address(protocol, system, hostPort[..colon].ToString(), port);
        return true;
    }

    private static int Compare(Address left, Address right)
    {
        if (ReferenceEquals(left, right))
            return 0;
        if (left is null)
            return -1;
        if (right is null)
            return 1;

        var result = string.CompareOrdinal(left.Protocol, right.Protocol);
        if (result == 0)
            result = string.CompareOrdinal(left.System, right.System);
        if (result == 0)
            result = string.CompareOrdinal(left.Host ?? "", right.Host ?? "");
        return result != 0 ? result : (left.Port ?? 0).CompareTo(right.Port ?? 0);
    }

    private string Format()
    {
        var text = $"{Protocol}://{System}";
        if (!string.IsNullOrEmpty(Host))
            text += "@" + Host;
        return Port is { } port ? text + ":" + port.ToString(CultureInfo.InvariantCulture) : text;
    }

    /// <summary>An address, as it travels between systems.</summary>
    public sealed class AddressSurrogate : ISurrogate
    {
        public string Protocol { get; set; }

        public string System { get; set; }

        public string Host { get; set; }

        public int? Port { get; set; }

        public ISurrogated FromSurrogate(ActorSystem system) => new Address(Protocol, System, Host, Port);
    }
}
