namespace Akka.Configuration.Hocon;

/// <content>Values: their pieces, and how a value joins what its key already holds.</content>
internal sealed partial class HoconReader
{
    private const string QuoteAdvice = "Text that holds one of $ \" { } [ ] : = , # ` ^ ? ! @ * & \\ must be quoted, like \"a:b\".";
    private const string ValueAdvice = "Write text, a number, an [array], an {object} or a ${substitution}; write \"\" for empty text.";

    [Flags]
    private enum Kinds
    {
        None = 0,
        Text = 1,
        Array = 2,
        Object = 4,
    }

    private HoconValue ReadValue(string path)
    {
        var value = new HoconValue { Path = path };
        var start = SkipTo();
        var kinds = ReadPiece(value, path);
        var spaces = _scanner.TakeSpaces();
        while (IsAtPiece())
        {
            if (spaces.Length > 0)
                value.AppendValue(new HoconLiteral { Value = spaces });
            kinds |= ReadPiece(value, path);
            spaces = _scanner.TakeSpaces();
        }

        if (kinds is not (Kinds.None or Kinds.Text or Kinds.Array or Kinds.Object))
            throw HoconErrors.Mixed(_scanner.Origin(path, start));
        if (!IsAtEndOfValue())
            throw _scanner.Unexpected("the end of the value", QuoteAdvice);

        return value;
    }

    private bool IsAtPiece() => _scanner.Current is '{' or '[' or '"' || _scanner.Matches("${") || _scanner.IsAtUnquotedText();

    private bool IsAtEndOfValue() =>
        _scanner.IsAtEnd || _scanner.Current is ',' or '}' or ']' or '#' || char.IsWhiteSpace(_scanner.Current) || _scanner.Matches("//");

    private Kinds ReadPiece(HoconValue value, string path)
    {
        var start = _scanner.Index;
        if (_scanner.TryTake('{'))
        {
            ReadObject(value, path, start);
            return Kinds.Object;
        }

        if (_scanner.TryTake('['))
        {
            value.AppendValue(ReadArray(path, start));
            return Kinds.Array;
        }

        if (_scanner.TryTake("${"))
        {
            value.AppendValue(ReadSubstitution(path, start));
            return Kinds.None;
        }

        value.AppendValue(new HoconLiteral { Value = ReadText() });
        return Kinds.Text;
    }

    private string ReadText()
    {
        if (_scanner.Matches("\"\"\""))
            return _scanner.TakeTripleQuoted();
        if (_scanner.Current == '"')
            return _scanner.TakeQuoted();
        if (_scanner.IsAtUnquotedText())
            return _scanner.TakeUnquotedText();

        throw _scanner.Unexpected("a value", ValueAdvice);
    }

    private HoconArray ReadArray(string path, int start)
    {
        Descend(path, start);
        var array = new HoconArray();
        while (true)
        {
            _scanner.SkipBlank();
            if (_scanner.IsAtEnd)
                throw _scanner.Unclosed(start, "a ']' that closes the array opened here", "Add the missing ']'.");
            if (_scanner.TryTake(']'))
                break;

            array.Add(ReadValue($"{path}[{array.Count}]"));
            _scanner.SkipBlank();
            _scanner.TryTake(',');
        }

        _depth--;
        return array;
    }

    private HoconSubstitution ReadSubstitution(string path, int start)
    {
        var isOptional = _scanner.TryTake('?');
        var substitution = new HoconSubstitution(_scanner.TakeSubstitution(start))
        {
            IsOptional = isOptional,
            Origin = _scanner.Origin(path, start),
        };
        _substitutions.Add(substitution);
        return substitution;
    }

    /// <summary>Lays objects over the object that the key already holds; any other value replaces what was there.</summary>
    private static void Assign(HoconValue owner, HoconValue next)
    {
        if (next.Values is [HoconObject tree])
        {
            ObjectIn(owner).Merge(tree);
            return;
        }

        // What a substitution stands for is not known yet, so it takes along what it may have to be laid over, or to leave as it was.
        if (next.Values is [HoconSubstitution substitution] && owner.Values.Count > 0)
            substitution.Previous = owner.Copy();

        owner.Clear();
        owner.Values.AddRange(next.Values);
    }

    private void ReadAppended(HoconValue owner, string path, int start)
    {
        if (owner.Values.Exists(element => element is not (HoconArray or HoconSubstitution)))
            throw HoconErrors.AppendedToNoArray(_scanner.Origin(path, start));

        owner.AppendValue(new HoconArray { ReadValue(path) });
    }

    /// <summary>The object for the keys below a key. It joins with what a substitution will bring, and replaces anything else.</summary>
    private static HoconObject ObjectIn(HoconValue owner)
    {
        if (owner.Values is [.., HoconObject last])
            return last;

        var tree = new HoconObject();
        if (!owner.Values.TrueForAll(element => element is HoconSubstitution or HoconObject || IsBlank(element)))
            owner.Clear();
        owner.AppendValue(tree);
        return tree;
    }

    private static bool IsBlank(IHoconElement element) =>
        element is HoconLiteral literal && string.IsNullOrWhiteSpace(literal.Value);
}
