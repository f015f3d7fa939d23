namespace Akka.Flink.Runtime;

/// <summary>Reads configuration from environment variables.</summary>
internal static class EnvironmentLayers
{
    private const string Prefix = "AKKA_FLINK__";

    /// <summary>A layer for each variable that begins with <c>AKKA_FLINK__</c>.</summary>
    /// <param name="environment">The variables.</param>
    /// <param name="keys">The known keys: one that differs in dots and dashes alone is taken for it, since many shells and tools allow
    /// only underscores.</param>
    public static IEnumerable<SettingsLayer> Of(IEnumerable<KeyValuePair<string, string>> environment, IReadOnlyCollection<string> keys) =>
        from variable in environment
        where variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        orderby variable.Key
        let key = KeyOf(variable.Key, keys)
        select new SettingsLayer(
            $"environment variable {variable.Key}", false, new Dictionary<string, string> { [key] = variable.Value });

    private static string KeyOf(string variable, IReadOnlyCollection<string> keys)
    {
        var key = variable[Prefix.Length..].ToLowerInvariant().Replace("__", ".", StringComparison.Ordinal).Replace('_', '-');
        if (keys.Contains(key))
            return key;

        var alike = keys.Where(known => known.Replace('.', '-') == key.Replace('.', '-')).ToList();
        return alike.Count == 1 ? alike[0] : key;
    }
}
