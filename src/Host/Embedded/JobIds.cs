namespace Akka.Flink.Host.Embedded;

using System.Security.Cryptography;
using System.Text;
using Akka.Flink.Runtime;

/// <summary>Names jobs.</summary>
internal static class JobIds
{
    private const int LongestName = 48;

    /// <summary>The name of a job over all its runs.</summary>
    /// <param name="configured"><c>pipeline.job-id</c>; null to make one of the rest.</param>
    /// <param name="jobName">The job's name.</param>
    /// <param name="program">The program's name. Its content does not count: a job resumes when its program was corrected.</param>
    /// <param name="arguments">The program's own arguments.</param>
    public static JobId Of(string? configured, string jobName, string program, IReadOnlyList<string> arguments)
    {
        if (configured is not null)
            return new JobId(configured);

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', [program, .. arguments])));
        return new JobId($"{Readable(jobName)}-{Convert.ToHexStringLower(hash)[..12]}");
    }

    private static string Readable(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
                text.Append(char.ToLowerInvariant(letter));
            else if (text.Length > 0 && text[^1] != '-')
                text.Append('-');
        }

        var trimmed = text.ToString().Trim('-');
        return trimmed.Length == 0 ? "job" : trimmed[..Math.Min(trimmed.Length, LongestName)].TrimEnd('-');
    }
}
