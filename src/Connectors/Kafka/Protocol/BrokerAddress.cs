namespace Akka.Flink.Connectors.Kafka;

using System.Globalization;

/// <summary>The address of a broker, as in <c>kafka:9092</c>, <c>SASL_SSL://kafka:9093</c> or <c>[::1]:9092</c>.</summary>
internal static class BrokerAddress
{
    private const int DefaultPort = 9092;

    /// <summary>Takes an address apart.</summary>
    /// <param name="address">The address.</param>
    public static (string Host, int Port) Parse(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? address : address[(scheme + 3)..];
        var colon = rest.LastIndexOf(':');
        var hasPort = colon >= 0 && !rest.EndsWith(']');
        var host = (hasPort ? rest[..colon] : rest).Trim('[', ']');
        if (!hasPort)
            return (host, DefaultPort);

        return int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? (host, port)
            : throw KafkaErrors.NoAddress(address);
    }
}
