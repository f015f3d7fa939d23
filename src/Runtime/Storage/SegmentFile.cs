namespace Akka.Flink.Runtime;

using Microsoft.Win32.SafeHandles;

/// <summary>A segment's file while it is written.</summary>
/// <remarks><para><b>Threads.</b> The store's writing thread.</para></remarks>
internal sealed class SegmentFile : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly string _directory;
    private long _length;
    private bool _isNamed;

    private SegmentFile(SafeFileHandle handle, string directory)
    {
        _handle = handle;
        _directory = directory;
    }

    /// <summary>Makes the file of a segment, with its header.</summary>
    /// <param name="path">The file, which must not be there.</param>
    /// <param name="segment">The segment.</param>
    public static SegmentFile Create(string path, SegmentId segment)
    {
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);
        var file = new SegmentFile(handle, Path.GetDirectoryName(path)!);
        try
        {
            var header = SegmentFileHeader.Make(segment);
            RandomAccess.Write(handle, header, 0);
            file._length = header.Length;
            return file;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Writes a chunk behind what is there.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="frame">The chunk, behind room for its header.</param>
    public void Append(long number, Memory<byte> frame)
    {
        ChunkFrame.WriteHeader(frame.Span, number, frame.Span[ChunkFrame.HeaderBytes..]);
        RandomAccess.Write(_handle, frame.Span, _length);
        _length += frame.Length;
    }

    /// <summary>Waits until everything is on disk; the first time also the file's name.</summary>
    public void Sync()
    {
        RandomAccess.FlushToDisk(_handle);
        if (!_isNamed)
            DirectorySync.Flush(_directory);
        _isNamed = true;
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
