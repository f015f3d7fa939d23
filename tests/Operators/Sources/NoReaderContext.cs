namespace Akka.Flink.Operators.Tests.Sources;

using Akka.Flink.Sources;

/// <summary>Where a reader runs that asks for nothing.</summary>
internal sealed class NoReaderContext : ISourceReaderContext
{
    public string OperatorName => "test";

    public string OperatorUid => "test";

    public int SubtaskIndex => 0;

    public int Parallelism => 1;

    public void SendSplitRequest()
    {
    }

    public void SendSourceEvent(ReadOnlyMemory<byte> data)
    {
    }

    public void ReleaseSplit(string splitId)
    {
    }

    public bool Collect<TSide>(OutputTag<TSide> tag, TSide value, long timestampMs) => false;

    public Counter Counter(string name) => new();
}
