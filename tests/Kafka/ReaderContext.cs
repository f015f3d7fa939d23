namespace Akka.Flink.Kafka.Tests;

using Akka.Flink.Sinks;
using Akka.Flink.Sources;

/// <summary>Where a reader or a writer runs that a test calls itself.</summary>
internal sealed class ReaderContext : ISourceReaderContext, ISinkContext
{
    private readonly Dictionary<string, Counter> _counters = [];

    public List<string> Released { get; } = [];

    public string JobId => "";

    public string OperatorName => "test";

    public string OperatorUid => "test-uid";

    public int SubtaskIndex => 0;

    public int Parallelism => 1;

    public long? RestoredCheckpointId => null;

    public long this[string counter] => Counter(counter).Count;

    public void SendSplitRequest() => throw new InvalidOperationException("A Kafka reader is given its partitions.");

    public void SendSourceEvent(ReadOnlyMemory<byte> data) => throw new InvalidOperationException("A Kafka reader tells nothing.");

    public void ReleaseSplit(string splitId) => Released.Add(splitId);

    public bool Collect<TSide>(OutputTag<TSide> tag, TSide value, long timestampMs) => false;

    public Counter Counter(string name)
    {
        if (!_counters.TryGetValue(name, out var counter))
            _counters.Add(name, counter = new Counter());
        return counter;
    }
}
