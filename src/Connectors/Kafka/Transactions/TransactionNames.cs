namespace Akka.Flink.Connectors.Kafka;

using System.Globalization;

/// <summary>How the transactions of a sink are named: prefix, subtask and number in the subtask's pool.</summary>
internal static class TransactionNames
{
    /// <summary>Makes a name.</summary>
    /// <param name="prefix">The sink's prefix.</param>
    /// <param name="subtask">The subtask.</param>
    /// <param name="number">The number in its pool.</param>
    public static string Of(string prefix, int subtask, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{subtask}-{number}");

    /// <summary>The subtask of a name.</summary>
    /// <param name="prefix">The sink's prefix.</param>
    /// <param name="name">The name.</param>
    /// <returns>The subtask; null where the name is none of this prefix.</returns>
    public static int? SubtaskOf(string prefix, string name)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal) || name.Length <= prefix.Length || name[prefix.Length] != '-')
            return null;

        var rest = name.AsSpan(prefix.Length + 1);
        var dash = rest.IndexOf('-');
        return dash > 0 && IsNumber(rest[..dash], out var subtask) && IsNumber(rest[(dash + 1)..], out _) ? subtask : null;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
