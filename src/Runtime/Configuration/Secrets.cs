namespace Akka.Flink.Runtime;

/// <summary>Which values are never shown.</summary>
internal static class Secrets
{
    private const string Masked = "******";

    private static readonly string[] Words = ["password", "secret", "token", "credential", "apikey", "api-key", "sasl.jaas", "private-key"];

    /// <summary>Whether the value of a key is one, by its name.</summary>
    /// <param name="key">The key.</param>
    public static bool Contains(string key) =>
        Array.Exists(Words, word => key.Contains(word, StringComparison.OrdinalIgnoreCase))
        || key.Contains("connection-string", StringComparison.OrdinalIgnoreCase);

    /// <summary>A value as it may be shown.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">The value.</param>
    public static string Mask(string key, string value) => Contains(key) && value.Length > 0 ? Masked : value;
}
