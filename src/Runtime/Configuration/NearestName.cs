namespace Akka.Flink.Runtime;

/// <summary>Finds the name that somebody may have meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest letters to change.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What there is; at least one.</param>
    public static string Of(string name, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => Distance(name, candidate)) ?? throw SettingsErrors.NoCandidates(name, nameof(candidates));

    /// <summary>The candidate that may have been meant, as a question to put into an error; nothing where none is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What there is.</param>
    public static string Question(string name, IReadOnlyCollection<string> candidates) =>
        candidates.Count > 0 && Of(name, candidates) is var nearest && Distance(name, nearest) <= Math.Max(2, name.Length / 3)
            ? $"Did you mean '{nearest}'? "
            : "";

    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
