namespace Akka.Configuration.Hocon;

/// <summary>Reads one text into a tree of values.</summary>
/// <remarks>
/// A recursive descent without tokens: the grammar asks the <see cref="HoconScanner"/> for what may stand at this place. Objects of one
/// key are laid over each other while they are read, any other value replaces what was there, and substitutions are left open until the
/// whole text is known: then <see cref="HoconResolver"/> finds their values.
/// </remarks>
internal sealed partial class HoconReader(string text, Func<string, HoconRoot> includeCallback)
{
    private const int MaxDepth = 200;
    private const string Include = "include";
    private const string KeyAdvice =
        "Write 'key = value'; put the key between double quotes if it holds other than letters, digits, '-' and '_'.";

    private readonly HoconScanner _scanner = new(text);
    private readonly List<HoconSubstitution> _substitutions = [];
    private int _depth;

    public HoconRoot Read()
    {
        var root = new HoconObject();
        var start = SkipTo();
        if (_scanner.TryTake('{'))
            ReadMembers(root, "", start);

        ReadMembers(root, "", opened: -1);
        new HoconResolver(root, _substitutions).Resolve();
        return new HoconRoot(HoconValue.Of(root), _substitutions);
    }

    private int SkipTo()
    {
        _scanner.SkipBlank();
        return _scanner.Index;
    }

    // opened: where the brace stands that must be closed; negative at the top, where the end of the text ends the object.
    private void ReadMembers(HoconObject parent, string path, int opened)
    {
        while (true)
        {
            _scanner.SkipBlank();
            if (_scanner.IsAtEnd && opened < 0)
                return;
            if (_scanner.IsAtEnd)
                throw _scanner.Unclosed(opened, "a '}' that closes the object opened here", "Add the missing '}'.");
            if (opened >= 0 && _scanner.TryTake('}'))
                return;

            if (_scanner.IsAtDirective(Include))
                ReadInclude(parent, path);
            else
                ReadMember(parent, path);

            _scanner.SkipBlank();
            _scanner.TryTake(',');
        }
    }

    private void ReadMember(HoconObject parent, string path)
    {
        var key = ReadKey();
        var value = parent.GetOrCreateKey(key);
        path = HoconPath.Join(path, key);
        value.Path ??= path;

        var start = SkipTo();
        if (_scanner.TryTake('.'))
            ReadBelow(value, path, start);
        else if (_scanner.TryTake('{'))
            ReadObject(value, path, start);
        else if (_scanner.TryTake("+="))
            ReadAppended(value, path, start);
        else if (_scanner.TryTake('=') || _scanner.TryTake(':'))
            Assign(value, ReadValue(path));
        else
            throw _scanner.Unexpected($"'=', ':', '+=', '.' or '{{' after the key '{path}'", "Give the key a value, like 'key = 1'.");
    }

    private string ReadKey()
    {
        if (_scanner.Current == '"')
            return _scanner.TakeQuoted();

        var key = _scanner.TakeUnquotedKey();
        return key.Length > 0
            ? key
            : throw _scanner.Unexpected("a key", KeyAdvice);
    }

    private void ReadInclude(HoconObject parent, string path)
    {
        var origin = _scanner.Origin(path, _scanner.Index);
        _scanner.TryTake(Include);
        _scanner.SkipBlank();
        var name = _scanner.TakeQuoted();

        if (includeCallback is null)
            throw HoconErrors.NoIncludeCallback(name, origin);

        var included = includeCallback(name)?.Value?.GetObject() ?? throw HoconErrors.NothingIncluded(name, origin);
        parent.Merge(new HoconInclusion(path, _substitutions).Copy(included));
    }

    private void ReadBelow(HoconValue owner, string path, int start)
    {
        _scanner.SkipBlank();
        Descend(path, start);
        ReadMember(ObjectIn(owner), path);
        _depth--;
    }

    private void ReadObject(HoconValue owner, string path, int start)
    {
        Descend(path, start);
        ReadMembers(ObjectIn(owner), path, start);
        _depth--;
    }

    // The stack is finite, and its end could not be caught.
    private void Descend(string path, int start)
    {
        if (++_depth > MaxDepth)
            throw HoconErrors.TooDeep(MaxDepth, _scanner.Origin(path, start));
    }
}
