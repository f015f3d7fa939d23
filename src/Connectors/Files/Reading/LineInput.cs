namespace Akka.Flink.Connectors.Files;

using System.Buffers;

/// <summary>Takes lines out of a stream, one after the other, straight from its buffer.</summary>
/// <remarks>Owned by the reader of a file. A line ends with LF or CR LF; the last one may end with the stream.</remarks>
internal sealed class LineInput : IDisposable
{
    private const int InitialSizeBytes = 1 << 16;
    private const int MaxLineBytes = 1 << 28;
    private const byte Lf = (byte)'\n';
    private const byte Cr = (byte)'\r';
    private const byte Quote = (byte)'"';

    private static readonly SearchValues<byte> LfAndQuote = SearchValues.Create("\n\""u8);

    private readonly Stream _stream;
    private readonly string _path;
    private readonly bool _isQuoted;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSizeBytes);
    private int _start;        // where the next line begins
    private int _end;          // how far the buffer is filled
    private int _scanned;      // how far the next line was looked at
    private bool _inQuotes;    // whether that was within quotes
    private long _bufferAt;    // where in the stream the buffer begins
    private bool _hasEnded;

    /// <summary>An input over a stream.</summary>
    /// <param name="stream">The stream; disposed of with this.</param>
    /// <param name="position">Where in the file the stream stands.</param>
    /// <param name="path">The file's path, for errors.</param>
    /// <param name="isQuoted">Whether a line ends only outside of double quotes.</param>
    public LineInput(Stream stream, long position, string path, bool isQuoted)
    {
        (_stream, _bufferAt, _path, _isQuoted) = (stream, position, path, isQuoted);
    }

    /// <summary>Where the next line begins.</summary>
    public long Position => _bufferAt + _start;

    /// <summary>Where the last line began.</summary>
    public long LineAt { get; private set; }

    /// <summary>Takes the next line.</summary>
    /// <param name="line">The line without its end; valid until the next call.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        LineAt = _bufferAt + _start;
        var end = FindEnd();
        while (end < 0 && Fill())
            end = FindEnd();
        if (end < 0)
            return TryReadRest(out line);

        line = WithoutCr(_start, end);
        _start = _scanned = end + 1;
        return true;
    }

    /// <summary>Passes over what stands before the next line.</summary>
    public void SkipLine() => TryRead(out _);

    /// <summary>Passes over a prefix, if the stream goes on with it.</summary>
    /// <param name="prefix">The prefix.</param>
    public void Skip(ReadOnlySpan<byte> prefix)
    {
        while (_end - _start < prefix.Length && Fill())
        {
            // until it is there as a whole, or nothing follows
        }

        if (_buffer.AsSpan(_start, _end - _start).StartsWith(prefix))
            _start = _scanned = _start + prefix.Length;
    }

    public void Dispose()
    {
        _stream.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = _scanned = 0;
    }

    private bool TryReadRest(out ReadOnlySpan<byte> line)
    {
        line = WithoutCr(_start, _end);
        var isThere = _end > _start;
        _start = _scanned = _end;
        return isThere;
    }

    private ReadOnlySpan<byte> WithoutCr(int start, int end) =>
        _buffer.AsSpan(start, end > start && _buffer[end - 1] == Cr ? end - start - 1 : end - start);

    private int FindEnd()
    {
        if (_isQuoted)
            return FindEndOutsideOfQuotes();

        var found = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf(Lf);
        if (found >= 0)
            return _scanned + found;

        _scanned = _end;
        return -1;
    }

    private int FindEndOutsideOfQuotes()
    {
        while (true)
        {
            var found = _buffer.AsSpan(_scanned, _end - _scanned).IndexOfAny(LfAndQuote);
            if (found < 0)
            {
                _scanned = _end;
                return -1;
            }

            var at = _scanned + found;
            _scanned = at + 1;
            if (_buffer[at] == Quote)
                _inQuotes = !_inQuotes;
            else if (!_inQuotes)
                return at;
        }
    }

    private bool Fill()
    {
        if (_hasEnded)
            return false;

        MakeRoom();
        try
        {
            var count = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += count;
            _hasEnded = count == 0;
        }
        catch (Exception cause) when (cause is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw FileErrors.Unreadable(_path, _bufferAt + _end, cause);
        }

        return !_hasEnded;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _bufferAt += _start;
            _end -= _start;
            _scanned -= _start;
            _start = 0;
        }

        if (_end < _buffer.Length)
            return;
        if (_end >= MaxLineBytes)
            throw FileErrors.LineTooLong(_path, _bufferAt, _end);

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
