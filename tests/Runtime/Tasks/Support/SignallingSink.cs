namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using System.Collections.Concurrent;
using Akka.Flink.Sinks;

/// <summary>Takes nothing until a test opens it, and says when that is.</summary>
internal sealed class SignallingSink : ISink<long>, ISinkWriter<long>
{
    private readonly ConcurrentQueue<long> _values = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waits;

    public IReadOnlyList<long> Values => [.. _values];

    /// <summary>How often it was waited for.</summary>
    public int Waits => Volatile.Read(ref _waits);

    public bool IsWritable => _opened.Task.IsCompletedSuccessfully;

    public void Open() => _opened.TrySetResult();

    public void FailWith(Exception failure) => _opened.TrySetException(failure);

    public ISinkWriter<long> CreateWriter(ISinkContext context) => this;

    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waits);
        return new ValueTask(_opened.Task.WaitAsync(cancellationToken));
    }

    public void Write(long value, long timestampMs) => _values.Enqueue(value);

    public void Flush(bool endOfInput)
    {
    }
}
