namespace Akka.Configuration.Hocon;

using System.Globalization;
using System.Text;

/// <summary>Walks over the characters of one text and takes the pieces that the grammar of <see cref="HoconReader"/> asks for.</summary>
internal sealed class HoconScanner(string text)
{
    private const char ByteOrderMark = '\uFEFF';
    private const string EscapeAdvice = "Write a backslash as \\\\, or put the text between triple quotes, where nothing is escaped.";
    private const string TripleQuote = "\"\"\"";

    public int Index { get; private set; } = text.StartsWith(ByteOrderMark) ? 1 : 0;

    public bool IsAtEnd => Index >= text.Length;

    public char Current => IsAtEnd ? '\0' : text[Index];

    private bool IsAtComment => Current == '#' || Matches("//");

    public bool Matches(string expected) => string.CompareOrdinal(text, Index, expected, 0, expected.Length) == 0;

    public bool TryTake(char expected)
    {
        if (IsAtEnd || text[Index] != expected)
            return false;

        Index++;
        return true;
    }

    public bool TryTake(string expected)
    {
        if (!Matches(expected))
            return false;

        Index += expected.Length;
        return true;
    }

    /// <summary>Skips white space, line ends and comments.</summary>
    public void SkipBlank()
    {
        while (!IsAtEnd)
        {
            if (char.IsWhiteSpace(text[Index]))
                Index++;
            else if (IsAtComment)
                SkipLine();
            else
                return;
        }
    }

    /// <summary>Takes the spaces and tabs before the next character; a value goes on behind them, but not on the next line.</summary>
    public string TakeSpaces()
    {
        var start = Index;
        while (Current is ' ' or '\t')
            Index++;

        return Index - start == 1 && text[start] == ' ' ? " " : text[start..Index];
    }

    public bool IsAtUnquotedText() => !IsAtEnd && HoconText.IsUnquotedText(Current) && !IsAtComment;

    public string TakeUnquotedText()
    {
        var start = Index;
        while (IsAtUnquotedText())
            Index++;

        return text[start..Index];
    }

    public string TakeUnquotedKey()
    {
        var start = Index;
        while (!IsAtEnd && HoconText.IsUnquotedKey(Current) && Current is not ('\r' or '\n') && !IsAtComment && !Matches("+="))
            Index++;

        return text[start..Index].Trim();
    }

    /// <summary>Whether a word stands here that is followed by blanks and a quote.</summary>
    public bool IsAtDirective(string word)
    {
        if (!Matches(word))
            return false;

        var next = Index + word.Length;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;

        return next > Index + word.Length && next < text.Length && text[next] == '"';
    }

    public string TakeTripleQuoted()
    {
        var start = Index;
        Index += TripleQuote.Length;
        var end = text.IndexOf(TripleQuote, Index, StringComparison.Ordinal);
        if (end < 0)
            throw UnclosedQuote(start, TripleQuote);

        var content = text[Index..end];
        Index = end + TripleQuote.Length;
        return content;
    }

    public string TakeQuoted()
    {
        var start = Index++;
        var plain = text.AsSpan(Index).IndexOfAny('"', '\\');
        if (plain >= 0 && text[Index + plain] == '"')
        {
            Index += plain + 1;
            return text.Substring(start + 1, plain);
        }

        var content = new StringBuilder();
        while (!TryTake('"'))
        {
            if (IsAtEnd)
                throw UnclosedQuote(start, "\"");

            content.Append(TryTake('\\') ? TakeEscape() : text[Index++]);
        }

        return content.ToString();
    }

    public string TakeSubstitution(int start)
    {
        var end = text.AsSpan(Index).IndexOfAny("}\r\n");
        if (end < 0 || text[Index + end] != '}')
            throw Unclosed(start, "the '}' that ends this substitution", "Close it on the same line, like ${a.b}.");

        var path = text.Substring(Index, end).Trim();
        if (path.Length == 0)
            throw Unexpected("a path", "Name the key to take the value from, like ${a.b}.");

        Index += end + 1;
        return path;
    }

    public HoconOrigin Origin(string key, int index)
    {
        var before = text.AsSpan(0, Math.Min(index, text.Length));
        return new HoconOrigin(key, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    public ConfigurationException Unexpected(string expected, string advice) => Error(Index, expected, Found(), advice);

    public ConfigurationException Unclosed(int start, string expected, string advice) =>
        Error(start, expected, "the end of the text or line", advice);

    private ConfigurationException UnclosedQuote(int start, string quote) =>
        Error(start, $"a closing {quote} for the quote that opens here", "the end of the text", $"Close the text with {quote}.");

    private ConfigurationException Error(int index, string expected, string found, string advice)
    {
        var origin = Origin(null, index);
        return HoconErrors.Syntax(origin.Line, origin.Column, expected, found, advice);
    }

    private string Found()
    {
        if (IsAtEnd)
            return "the end of the text";

        return Current is '\r' or '\n' ? "the end of the line" : $"'{Current}'";
    }

    private char TakeEscape()
    {
        var escape = Current;
        if (escape == 'u')
            return TakeCodeUnit();

        var character = escape switch
        {
            '"' or '\\' or '/' => escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Unexpected("an escape like \\n or \\\"", EscapeAdvice),
        };
        Index++;
        return character;
    }

    private char TakeCodeUnit()
    {
        var digits = text.AsSpan(Index + 1, Math.Min(4, text.Length - Index - 1));
        if (digits.Length < 4 || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            throw Unexpected("a \\u with four hexadecimal digits", "Write it like \\u00e9, or write the character itself.");

        Index += 5;
        return (char)unit;
    }

    private void SkipLine()
    {
        var end = text.IndexOf('\n', Index);
        Index = end < 0 ? text.Length : end + 1;
    }
}
