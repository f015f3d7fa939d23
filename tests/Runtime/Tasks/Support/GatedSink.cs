namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using System.Diagnostics;
using Akka.Flink.Sinks;

/// <summary>Collects records, but takes none while a test keeps it closed, and pauses after each portion.</summary>
internal sealed class GatedSink<T>(int portion = int.MaxValue) : ISink<T>
{
    private readonly List<T> _values = [];
    private volatile bool _isOpen;

    public IReadOnlyList<T> Values
    {
        get
        {
            lock (_values)
                return [.. _values];
        }
    }

    public void Open() => _isOpen = true;

    public ISinkWriter<T> CreateWriter(ISinkContext context) => new Writer(this, portion);

    private sealed class Writer(GatedSink<T> sink, int portion) : ISinkWriter<T>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

        private int _left = int.MinValue;
        private long _closedAt;

        public bool IsWritable
        {
            get
            {
                if (!sink._isOpen)
                    return false;
                if (_left > 0)
                    return true;
                if (_left == 0)
                    (_left, _closedAt) = (-1, Stopwatch.GetTimestamp());
                if (_left == -1 && Stopwatch.GetElapsedTime(_closedAt) < Pause)
                    return false;

                _left = portion;
                return true;
            }
        }

        public void Write(T value, long timestampMs)
        {
            _left--;
            lock (sink._values)
                sink._values.Add(value);
        }

        public void Flush(bool endOfInput)
        {
        }
    }
}
