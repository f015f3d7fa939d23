namespace Akka.Flink.Connectors.Kafka;

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

/// <summary>Says who this side is, by a password: PLAIN (RFC 4616) and SCRAM (RFC 5802).</summary>
internal static class SaslDialogue
{
    private const int MostIterations = 1_000_000;

    /// <summary>Holds the dialogue on a new connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="userName">Who.</param>
    /// <param name="password">Its password.</param>
    /// <exception cref="SecurityRefusedException">One side refuses the other.</exception>
    public static void Run(BrokerConnection connection, string mechanism, string userName, string password)
    {
        var answer = connection.Call(ApiKey.SaslHandshake, 1, isFlexible: false, new RequestWriter().String(mechanism));
        if (answer.Int16() != 0)
            throw ProtocolErrors.NoMechanism(mechanism);

        if (mechanism == "PLAIN")
            Say(connection, Encoding.UTF8.GetBytes($"\0{userName}\0{password}"));
        else
            RunScram(connection, mechanism == "SCRAM-SHA-256" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA512, userName, password);
    }

    private static void RunScram(BrokerConnection connection, HashAlgorithmName hash, string userName, string password)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
        var name = userName.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);
        var first = $"n={name},r={nonce}";
        var challenge = Encoding.UTF8.GetString(Say(connection, Encoding.UTF8.GetBytes("n,," + first)));
        var fields = ToFields(challenge);
        var combined = fields.GetValueOrDefault('r', "");
        if (!combined.StartsWith(nonce, StringComparison.Ordinal)
            || !int.TryParse(fields.GetValueOrDefault('i'), CultureInfo.InvariantCulture, out var iterations)
            || iterations is < 1 or > MostIterations)
            throw ProtocolErrors.NoChallenge(challenge);

        var size = hash == HashAlgorithmName.SHA256 ? 32 : 64;
        var salt = Convert.FromBase64String(fields.GetValueOrDefault('s', ""));
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, hash, size);
        var last = $"c=biws,r={combined}";
        var signed = $"{first},{challenge},{last}";
        var clientKey = Sign(hash, salted, "Client Key");
        var proof = Sign(hash, CryptographicOperations.HashData(hash, clientKey), signed);
        for (var i = 0; i < proof.Length; i++)
            proof[i] ^= clientKey[i];

        var end = Say(connection, Encoding.UTF8.GetBytes($"{last},p={Convert.ToBase64String(proof)}"));
        var expected = Convert.ToBase64String(Sign(hash, Sign(hash, salted, "Server Key"), signed));
        if (ToFields(Encoding.UTF8.GetString(end)).GetValueOrDefault('v') != expected)
            throw ProtocolErrors.WrongSignature();
    }

    private static byte[] Sign(HashAlgorithmName hash, byte[] key, string text) =>
        CryptographicOperations.HmacData(hash, key, Encoding.UTF8.GetBytes(text));

    private static Dictionary<char, string> ToFields(string message)
    {
        var fields = new Dictionary<char, string>();
        foreach (var field in message.Split(','))
        {
            if (field.Length > 1 && field[1] == '=')
                fields[field[0]] = field[2..];
        }

        return fields;
    }

    private static byte[] Say(BrokerConnection connection, byte[] message)
    {
        var answer = connection.Call(ApiKey.SaslAuthenticate, 0, isFlexible: false, new RequestWriter().Bytes(message));
        var (error, reason, bytes) = (answer.Int16(), answer.String(), answer.Bytes());
        return error == 0 ? bytes : throw ProtocolErrors.NotAuthenticated(error, reason);
    }
}
