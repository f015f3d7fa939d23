namespace Akka.Flink.Formats;

using System.Text;

/// <summary>A line of CSV, taken apart.</summary>
/// <remarks>Owned by a deserializer and used again for each line.</remarks>
internal sealed class CsvRow
{
    private const byte Quote = (byte)'"';

    private readonly byte _separator;
    private int[] _fieldOf;              // by column
    private int _expected;
    private byte[] _bytes = new byte[256];
    private (int Start, int Length, bool IsQuoted)[] _fields = new (int, int, bool)[16];
    private int _count;

    /// <summary>A row whose fields are the columns in their order.</summary>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="columns">How many columns there are.</param>
    public CsvRow(byte separator, int columns)
    {
        (_separator, _expected) = (separator, columns);
        _fieldOf = [.. Enumerable.Range(0, columns)];
    }

    /// <summary>Takes a line apart.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="FormatException">Quotes are not closed, or something stands behind them.</exception>
    public void Split(ReadOnlySpan<byte> line)
    {
        if (_bytes.Length < line.Length)
            _bytes = new byte[line.Length * 2];
        line.CopyTo(_bytes);
        _count = 0;
        for (var at = 0; at <= line.Length; at++)
        {
            if (_count == _fields.Length)
                Array.Resize(ref _fields, _count * 2);
            at = at < line.Length && _bytes[at] == Quote ? TakeQuoted(at, line.Length) : TakePlain(at, line.Length);
        }
    }

    /// <summary>Checks that the line has as many fields as the header, or as there are columns.</summary>
    /// <exception cref="FormatException">It has more or fewer.</exception>
    public void CheckCount()
    {
        if (_count != _expected)
            throw FormatErrors.WrongColumnCount(_count, _expected);
    }

    /// <summary>Takes the line for the names of what follows.</summary>
    /// <param name="columns">The columns.</param>
    /// <exception cref="FormatException">A column is missing.</exception>
    public void TakeHeader(IReadOnlyList<CsvColumn> columns)
    {
        var names = new string[_count];
        for (var i = 0; i < _count; i++)
            names[i] = Encoding.UTF8.GetString(_bytes.AsSpan(_fields[i].Start, _fields[i].Length)).Trim();

        var fieldOf = new int[columns.Count];
        for (var i = 0; i < fieldOf.Length; i++)
        {
            fieldOf[i] = Array.FindIndex(names, name => string.Equals(name, columns[i].Name, StringComparison.OrdinalIgnoreCase));
            if (fieldOf[i] < 0 && !columns[i].IsOptional)
                throw FormatErrors.MissingColumn(columns[i].Name, names);
        }

        (_fieldOf, _expected) = (fieldOf, _count);
    }

    /// <summary>Whether the line has a field for a column.</summary>
    /// <param name="column">The column's index.</param>
    public bool Has(int column) => _fieldOf[column] >= 0;

    /// <summary>What stands in a column, without quotes.</summary>
    /// <param name="column">The column's index.</param>
    /// <param name="isQuoted">Whether it stood in quotes.</param>
    public ReadOnlySpan<byte> Field(int column, out bool isQuoted)
    {
        var (start, length, quoted) = _fields[_fieldOf[column]];
        isQuoted = quoted;
        return _bytes.AsSpan(start, length);
    }

    private int TakePlain(int start, int end)
    {
        var length = _bytes.AsSpan(start, end - start).IndexOf(_separator);
        if (length < 0)
            length = end - start;
        _fields[_count++] = (start, length, false);
        return start + length;
    }

    // What is quoted is written over itself, with single quotes for double ones.
    private int TakeQuoted(int start, int end)
    {
        var to = start + 1;
        for (var from = start + 1; from < end; from++)
        {
            if (_bytes[from] != Quote)
            {
                _bytes[to++] = _bytes[from];
                continue;
            }

            if (from + 1 < end && _bytes[from + 1] == Quote)
            {
                _bytes[to++] = Quote;
                from++;
                continue;
            }

            if (from + 1 < end && _bytes[from + 1] != _separator)
                throw FormatErrors.TextBehindQuotes(_count + 1);
            _fields[_count++] = (start + 1, to - start - 1, true);
            return from + 1;
        }

        throw FormatErrors.OpenQuotes(_count + 1);
    }
}
