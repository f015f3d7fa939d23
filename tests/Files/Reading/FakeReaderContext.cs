namespace Akka.Flink.Files.Tests.Reading;

using Akka.Flink.Sources;

/// <summary>A reader's surroundings that write down what it says.</summary>
internal sealed class FakeReaderContext : ISourceReaderContext
{
    private readonly Counter _counter = new();

    public string OperatorName => "input";

    public string OperatorUid => "input-uid";

    public int SubtaskIndex => 0;

    public int Parallelism => 1;

    public int Requests { get; private set; }

    public List<string> Released { get; } = [];

    public List<object?> Sides { get; } = [];

    public void SendSplitRequest() => Requests++;

    public void SendSourceEvent(ReadOnlyMemory<byte> data) => throw new InvalidOperationException("A file reader tells nothing.");

    public void ReleaseSplit(string splitId) => Released.Add(splitId);

    public bool Collect<TSide>(OutputTag<TSide> tag, TSide value, long timestampMs)
    {
        Sides.Add(value);
        return true;
    }

    public Counter Counter(string name) => _counter;
}
