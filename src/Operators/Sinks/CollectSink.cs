namespace Akka.Flink.Sinks;

/// <summary>Keeps all records in memory, for tests.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> Subtasks may write from several threads; read it when the job has ended.</para></remarks>
public sealed class CollectSink<T> : ISink<T>
{
    private readonly Lock _lock = new();
    private readonly List<(T Value, long TimestampMs)> _records = [];

    /// <summary>The records so far, with their event times, in the order of arrival.</summary>
    public IReadOnlyList<(T Value, long TimestampMs)> Records
    {
        get
        {
            lock (_lock)
                return [.. _records];
        }
    }

    /// <summary>The records so far, in the order of arrival.</summary>
    public IReadOnlyList<T> Values => [.. Records.Select(record => record.Value)];

    /// <inheritdoc/>
    public ISinkWriter<T> CreateWriter(ISinkContext context) => new Writer(this);

    private sealed class Writer(CollectSink<T> sink) : ISinkWriter<T>
    {
        public void Write(T value, long timestampMs)
        {
            lock (sink._lock)
                sink._records.Add((value, timestampMs));
        }

        public void Flush(bool endOfInput)
        {
        }
    }
}
