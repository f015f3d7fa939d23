namespace Akka.Flink.Runtime;

using System.Globalization;
using Akka.Actor;
using Akka.Cluster;

/// <summary>A node's unique address as text, <c>akka.tcp://system@host:port#uid</c>: a node that is started again on the same port is
/// another one.</summary>
internal static class NodeAddresses
{
    /// <summary>Writes an address.</summary>
    /// <param name="address">The address.</param>
    public static string Of(UniqueAddress address) => string.Create(CultureInfo.InvariantCulture, $"{address.Address}#{address.Uid}");

    /// <summary>Reads an address.</summary>
    /// <param name="node">What <see cref="Of"/> wrote.</param>
    /// <returns>Null when it is no unique address.</returns>
    public static UniqueAddress? Parse(string node)
    {
        var mark = node.LastIndexOf('#');
        return mark > 0 && int.TryParse(node.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var uid)
            && ActorPath.TryParseAddress(node[..mark], out var address)
            ? new UniqueAddress(address, uid)
            : null;
    }
}
