namespace Akka.Util;

/// <summary>Matches a text with a pattern in which <c>*</c> stands for any characters and <c>?</c> for one.</summary>
public static class WildcardMatch
{
    public static bool Like(this string text, string pattern, bool caseSensitive = false)
    {
        var at = 0;
        var patternAt = 0;
        var star = -1;
        var retryAt = 0;

        while (at < text.Length)
        {
            if (patternAt < pattern.Length && pattern[patternAt] == '*')
            {
                star = patternAt++;
                retryAt = at;
            }
            else if (patternAt < pattern.Length && Matches(text[at], pattern[patternAt], caseSensitive))
            {
                at++;
                patternAt++;
            }
            else if (star >= 0)
            {
                patternAt = star + 1;
                at = ++retryAt;
            }
            else
            {
                return false;
            }
        }

        while (patternAt < pattern.Length && pattern[patternAt] == '*')
            patternAt++;

        return patternAt == pattern.Length;
    }

    private static bool Matches(char symbol, char pattern, bool caseSensitive) =>
        pattern == '?' || symbol == pattern || (!caseSensitive && char.ToUpperInvariant(symbol) == char.ToUpperInvariant(pattern));
}
