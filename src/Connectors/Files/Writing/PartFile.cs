namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Formats;
using Microsoft.Win32.SafeHandles;

/// <summary>A file that is being written: records are collected and written in blocks.</summary>
internal sealed class PartFile : IDisposable
{
    private const int BlockBytes = 1 << 16;

    private readonly string _path;
    private readonly SafeFileHandle _handle;
    private readonly BlockBuffer _buffer = new(BlockBytes);
    private long _written;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its path; nothing may be there.</param>
    /// <param name="openedAt">When, as the clock counts.</param>
    public PartFile(string path, long openedAt)
    {
        _path = path;
        OpenedAt = openedAt;
        _handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    /// <summary>When it was begun.</summary>
    public long OpenedAt { get; }

    /// <summary>How long it is so far.</summary>
    public long Length => _written + _buffer.Count;

    /// <summary>Writes what stands at the beginning.</summary>
    public void WriteHeader<T>(IRecordSerializer<T> serializer) => serializer.WriteHeader(_buffer);

    /// <summary>Writes a record and the end of its line.</summary>
    public void Write<T>(IRecordSerializer<T> serializer, T value)
    {
        serializer.Serialize(value, _buffer);
        _buffer.Add((byte)'\n');
        if (_buffer.Count >= BlockBytes)
            WriteBlock();
    }

    /// <summary>Makes all of it durable, and ends it.</summary>
    public void Finish()
    {
        WriteBlock();
        RandomAccess.FlushToDisk(_handle);
        Dispose();
    }

    public void Dispose() => _handle.Dispose();

    public override string ToString() => _path;

    private void WriteBlock()
    {
        RandomAccess.Write(_handle, _buffer.Written, _written);
        _written += _buffer.Count;
        _buffer.Clear();
    }
}
