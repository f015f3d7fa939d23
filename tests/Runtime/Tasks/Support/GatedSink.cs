namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using Akka.Flink.Sinks;

/// <summary>Collects records, but takes none while a test keeps it closed, and at most some at a time.</summary>
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
        private int _left;

        public bool IsWritable
        {
            get
            {
                if (!sink._isOpen)
                    return false;
                if (_left > 0)
                    return true;

                _left = portion;   // whoever asks again later finds it writable
                return false;
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
