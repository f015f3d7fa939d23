namespace Akka.Flink.Connectors.Kafka;

/// <summary>What can go wrong on a connection to a broker; callers try again, or tell it as one of <see cref="KafkaErrors"/>.</summary>
internal static class ProtocolErrors
{
    public static IOException Unreachable(string host, int port, Exception cause) =>
        new($"The broker {host}:{port} cannot be reached: {cause.Message} Check that it runs.", cause);

    public static IOException NoAddress() => new("There is no address of a broker. Give one to BootstrapServers.");

    public static InvalidDataException Truncated(int length) =>
        new($"A broker's answer of {length} bytes ends within a field. Check that the address is a Kafka broker's.");

    public static InvalidDataException OtherAnswer() =>
        new("A broker answered another request than the one that was asked. Check that the address is a Kafka broker's.");

    public static InvalidDataException NoFrame(int size) =>
        new($"A broker announced an answer of {size} bytes. Check that the address is a Kafka broker's, and that security.protocol fits.");

    public static SecurityRefusedException NoMechanism(string mechanism) =>
        new($"The broker does not offer the SASL mechanism {mechanism}. Correct 'sasl.mechanism'.");

    public static SecurityRefusedException NoChallenge(string challenge) =>
        new($"The broker's SCRAM challenge '{challenge}' makes no sense. Check that the address is a Kafka broker's.");

    public static SecurityRefusedException WrongSignature() =>
        new("The broker does not know the password: its SCRAM signature is wrong. Check that the address is the right cluster's.");

    public static SecurityRefusedException NotAuthenticated(short code, string? reason) =>
        new($"The broker refuses user and password with error {code}: {reason} Correct 'sasl.username' and 'sasl.password'.");

    public static SecurityRefusedException TlsFailed(string host, Exception cause) =>
        new($"TLS with {host} failed: {cause.Message} {cause.InnerException?.Message} " +
            "Check 'ssl.ca.location' and the certificates.", cause);
}
