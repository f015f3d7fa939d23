namespace Akka.Flink.Connectors.Kafka;

/// <summary>Finds what a misspelt name may have meant.</summary>
internal static class SimilarNames
{
    private const int Most = 3;

    /// <summary>The names that are nearest to one.</summary>
    /// <param name="name">The name.</param>
    /// <param name="candidates">Those there are.</param>
    /// <returns>At most three, the nearest first; those that differ by more than half are no candidates.</returns>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> candidates) =>
    [
        .. candidates.Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(each => each.Distance * 2 <= Math.Max(name.Length, each.Name.Length))
            .OrderBy(each => each.Distance).ThenBy(each => each.Name, StringComparer.Ordinal)
            .Take(Most).Select(each => each.Name),
    ];

    // Levenshtein's, row by row.
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
