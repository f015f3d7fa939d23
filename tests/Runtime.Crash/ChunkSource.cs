namespace Akka.Flink.Runtime.Crash;

/// <summary>Appends chunk after chunk, as fast as the store takes them; each byte of a chunk is the low byte of its number.</summary>
internal sealed class ChunkSource
{
    private readonly SemaphoreSlim _progressed = new(0);
    private readonly ISegmentWriter _writer;
    private readonly int _size;
    private volatile Exception? _failure;

    public ChunkSource(IChunkStore store, SegmentId segment, int size)
    {
        _size = size;
        _writer = store.Open(segment, OnProgress);
    }

    public async Task RunAsync()
    {
        while (_failure is null)
        {
            if (!_writer.IsWritable)
            {
                await _progressed.WaitAsync();
                continue;
            }

            var chunk = new byte[_size];
            Array.Fill(chunk, (byte)(_writer.Appended + 1));
            _writer.Append(chunk);
        }

        Console.WriteLine($"failed {_failure.Message.ReplaceLineEndings(" ")}");
    }

    private void OnProgress(SegmentProgress progress)
    {
        if (progress.Failure is null)
            Console.WriteLine($"safe {progress.Persisted}");
        else
            _failure = progress.Failure;
        _progressed.Release();
    }
}
