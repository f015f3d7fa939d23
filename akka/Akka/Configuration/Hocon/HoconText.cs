namespace Akka.Configuration.Hocon;

using System.Buffers;
using System.Text;

/// <summary>Which characters need quotes, and how text is written so that it reads back as the same.</summary>
internal static class HoconText
{
    private static readonly SearchValues<char> NotInText = SearchValues.Create("$\"{}[]:=,#`^?!@*&\\");
    private static readonly SearchValues<char> NotInKey = SearchValues.Create("$\"{}[]:=,#`^?!@*&\\.");
    private static readonly SearchValues<char> QuotedInText = SearchValues.Create("$\"{}[]:=,#`^?!@*&\\ \t\r\n");
    private static readonly SearchValues<char> QuotedInKey = SearchValues.Create("$\"{}[]:=,#`^?!@*&\\.+ \t\r\n");

    public static bool IsUnquotedText(char character) => !char.IsWhiteSpace(character) && !NotInText.Contains(character);

    public static bool IsUnquotedKey(char character) => !NotInKey.Contains(character);

    public static string Key(string key) => NeedsQuotes(key, QuotedInKey) ? Quote(key) : key;

    public static string Value(string text)
    {
        if (text is null)
            return "null";

        return NeedsQuotes(text, QuotedInText) ? Quote(text) : text;
    }

    private static bool NeedsQuotes(string text, SearchValues<char> special) =>
        text.Length == 0 || text.AsSpan().ContainsAny(special) || text.Contains("//", StringComparison.Ordinal);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
            AppendEscaped(quoted, character);

        return quoted.Append('"').ToString();
    }

    private static void AppendEscaped(StringBuilder text, char character) => _ = character switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        '\n' => text.Append("\\n"),
        '\r' => text.Append("\\r"),
        '\t' => text.Append("\\t"),
        _ => text.Append(character),
    };
}
