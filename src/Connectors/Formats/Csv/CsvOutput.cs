namespace Akka.Flink.Formats;

using System.Buffers;
using System.Globalization;
using System.Text;

/// <summary>Writes the columns of a line of CSV.</summary>
/// <param name="separator">What stands between them.</param>
/// <remarks>Owned by a serializer and used again for each line.</remarks>
internal sealed class CsvOutput(byte separator)
{
    private readonly SearchValues<byte> _special = SearchValues.Create([separator, (byte)'"', (byte)'\r', (byte)'\n']);
    private IBufferWriter<byte> _output = null!;
    private byte[] _text = new byte[256];
    private bool _isFirst;

    /// <summary>Begins a line.</summary>
    /// <param name="output">Where to.</param>
    public void Begin(IBufferWriter<byte> output) => (_output, _isFirst) = (output, true);

    /// <summary>Begins a column.</summary>
    public void BeginColumn()
    {
        if (!_isFirst)
            _output.Write([separator]);
        _isFirst = false;
    }

    /// <summary>Writes text, in quotes where it needs them; an empty one always does, so that it differs from null.</summary>
    /// <param name="text">The text.</param>
    public void WriteText(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most)
            _text = new byte[most];
        var bytes = _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
        if (bytes.Length > 0 && !bytes.ContainsAny(_special))
            _output.Write(bytes);
        else
            WriteQuoted(bytes);
    }

    /// <summary>Writes a value that needs no quotes.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format.</param>
    public void Write<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        int written;
        for (var size = 64; !value.TryFormat(_output.GetSpan(size), out written, format, CultureInfo.InvariantCulture); size *= 2)
        {
            // until there is room for it
        }

        _output.Advance(written);
    }

    private void WriteQuoted(ReadOnlySpan<byte> bytes)
    {
        _output.Write("\""u8);
        for (var quote = bytes.IndexOf((byte)'"'); quote >= 0; quote = bytes.IndexOf((byte)'"'))
        {
            _output.Write(bytes[..(quote + 1)]);
            _output.Write("\""u8);
            bytes = bytes[(quote + 1)..];
        }

        _output.Write(bytes);
        _output.Write("\""u8);
    }
}
