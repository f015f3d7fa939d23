namespace Akka.Flink.Shared.Hocon;

/// <summary>Finds the settings in a HOCON text, with their lines and comments.</summary>
/// <remarks>
/// No parser: nothing is merged, substituted or converted, since the checks ask what stands in the text. It reads sections, dotted and
/// quoted keys, the three kinds of assignment, arrays and strings over several lines, comments and includes.
/// </remarks>
internal sealed class HoconScanner
{
    private readonly List<HoconEntry> _entries = [];
    private readonly string _text;
    private int _at;
    private int _line = 1;

    private HoconScanner(string text) => _text = text;

    private bool AtEnd => _at >= _text.Length;

    private char Current => _text[_at];

    public static IReadOnlyList<HoconEntry> Scan(string text)
    {
        var scanner = new HoconScanner(text);
        scanner.Section([]);
        return scanner._entries;
    }

    private void Section(IReadOnlyList<string> path)
    {
        while (true)
        {
            var comment = SkipToKey();
            if (AtEnd)
                return;
            if (Current is '}' or ']')
            {
                Next();
                return;
            }

            Setting(path, comment);
        }
    }

    /// <summary>Skips to the next key and returns the comment lines that stand directly above it.</summary>
    private string SkipToKey()
    {
        var comment = "";
        var newLines = 0;
        while (!AtEnd && (char.IsWhiteSpace(Current) || Current is ',' or '{' || AtComment()))
        {
            if (AtComment())
            {
                comment = newLines > 1 ? ReadLine() : $"{comment} {ReadLine()}";
                newLines = 0;
                continue;
            }

            newLines += Current == '\n' ? 1 : 0;
            Next();
        }

        return newLines > 1 ? "" : comment;
    }

    private void Setting(IReadOnlyList<string> section, string above)
    {
        var line = _line;
        var written = ReadUntil(character => character is '{' or '=' or ':' or '\n');
        if (written.StartsWith("include", StringComparison.Ordinal) && written.Contains('"'))
            return;
        List<string> path = [.. section, .. HoconPath.Split(written.TrimEnd('+', ' ', '\t', '\r'))];
        SkipAssignment();
        var value = AtEnd || Current == '{' ? "" : ReadValue().Trim();
        if (value.Length > 0)
            _entries.Add(new HoconEntry(path, value, line, $"{above} {Behind()}".Trim()));
        if (AtEnd || Current != '{')
            return;

        var before = _entries.Count;
        Next();
        Section(path);
        if (_entries.Count == before && value.Length == 0)
            _entries.Add(new HoconEntry(path, "{}", line, $"{above} {Behind()}".Trim()));
    }

    private void SkipAssignment()
    {
        while (!AtEnd && (char.IsWhiteSpace(Current) || Current is '=' or ':'))
            Next();
    }

    private string ReadValue() => Current == '['
        ? ReadArray()
        : ReadUntil(character => character is '\n' or ',' or '}' or '{' || AtComment());

    private string ReadArray()
    {
        var start = _at;
        var depth = 0;
        do
        {
            depth += Current switch { '[' => 1, ']' => -1, _ => 0 };
            if (Current == '"')
                SkipString();
            else if (AtComment())
                ReadLine();
            else
                Next();
        }
        while (!AtEnd && depth > 0);

        return _text[start.._at];
    }

    private string ReadUntil(Func<char, bool> ends)
    {
        var start = _at;
        while (!AtEnd && !ends(Current))
        {
            if (Current == '"')
                SkipString();
            else if (Current == '$')
                SkipSubstitution();
            else
                Next();
        }

        return _text[start.._at];
    }

    private void SkipSubstitution()
    {
        while (!AtEnd && Current is not ('}' or '\n'))
            Next();
        if (!AtEnd && Current == '}')
            Next();
    }

    private void SkipString()
    {
        var mark = _text.AsSpan(_at).StartsWith("\"\"\"") ? "\"\"\"" : "\"";
        Next(mark.Length);
        while (!AtEnd && !_text.AsSpan(_at).StartsWith(mark))
            Next(Current == '\\' && mark.Length == 1 ? 2 : 1);
        Next(mark.Length);
    }

    private string Behind()
    {
        while (!AtEnd && Current is ' ' or '\t' or ',')
            Next();
        return !AtEnd && AtComment() ? ReadLine() : "";
    }

    private bool AtComment() => Current == '#' || Current == '/' && _at + 1 < _text.Length && _text[_at + 1] == '/';

    private string ReadLine()
    {
        var start = _at;
        while (!AtEnd && Current != '\n')
            Next();
        return _text[start.._at].TrimStart('#', '/', ' ').TrimEnd();
    }

    private void Next(int count = 1)
    {
        for (; count > 0 && !AtEnd; count--)
            _line += _text[_at++] == '\n' ? 1 : 0;
    }
}
