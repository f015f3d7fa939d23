namespace Akka.Flink.Connectors.PostgreSql;

using System.Globalization;
using System.Text;

/// <summary>The names of prepared transactions: <c>PREFIX_JOB_SUBTASK_ATTEMPT_CHECKPOINT_EPOCH</c>.</summary>
/// <remarks>PostgreSQL takes less than 200 bytes. Of the prefix, letters, digits, dots and dashes stay, everything else is written as
/// <c>%</c> and hexadecimal numbers, the underscore too, so that the parts can be told apart; one that is too long ends in its hash. The
/// job is a hash.</remarks>
internal static class TransactionNames
{
    private const int LongestPrefix = 100;
    private const int HashBytes = 8;
    private const int Parts = 5;
    private const int JobLetters = 8;

    /// <summary>What the names of a sink begin with.</summary>
    /// <param name="prefix">As the program has it.</param>
    public static string Beginning(string prefix)
    {
        var escaped = new StringBuilder(prefix.Length);
        foreach (var letter in Encoding.UTF8.GetBytes(prefix))
        {
            if (char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'.' or (byte)'-')
                escaped.Append((char)letter);
            else
                escaped.Append('%').Append(letter.ToString("X2", CultureInfo.InvariantCulture));
        }

        if (escaped.Length > LongestPrefix)
            escaped.Remove(LongestPrefix - (2 * HashBytes) - 1, escaped.Length - LongestPrefix + (2 * HashBytes) + 1)
                .Append('~').Append(SinkPlaces.Hash(prefix, HashBytes));
        return escaped.Append('_').ToString();
    }

    /// <summary>The name of a transaction.</summary>
    /// <param name="beginning">What names of the sink begin with.</param>
    /// <param name="job">A hash of the job.</param>
    /// <param name="subtask">The subtask.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="checkpointId">The checkpoint.</param>
    /// <param name="epoch">The writer.</param>
    public static string Of(string beginning, string job, int subtask, long attempt, long checkpointId, string epoch) => string.Create(
        CultureInfo.InvariantCulture,
        $"{beginning}{job}_{subtask}_{attempt}_{(checkpointId == long.MaxValue ? "end" : checkpointId.Text())}_{epoch}");

    /// <summary>Whose transaction it is.</summary>
    /// <param name="beginning">What names of the sink begin with.</param>
    /// <param name="gid">The transaction's name.</param>
    /// <returns>Its owner; null for one of another sink.</returns>
    public static TransactionOwner? OwnerOf(string beginning, string gid)
    {
        if (!gid.StartsWith(beginning, StringComparison.Ordinal))
            return null;

        var parts = gid[beginning.Length..].Split('_');
        return parts.Length == Parts && parts[0].Length == JobLetters
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var subtask)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
            ? new TransactionOwner(parts[0], subtask, attempt)
            : null;
    }
}
