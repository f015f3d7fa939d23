namespace Akka.Flink.Shared.Sinks;

using Akka.Flink.Sinks;

/// <summary>Where a sink runs that a test drives itself.</summary>
internal sealed record SinkPlace(int SubtaskIndex = 0, int Parallelism = 1, long Attempt = 1) : ISinkContext
{
    private readonly Dictionary<string, Counter> _counters = [];

    public List<string> Reports { get; } = [];

    public string JobId { get; init; } = "job";

    public string OperatorName => "orders";

    public string OperatorUid => "orders-uid";

    public long? RestoredCheckpointId => null;

    public long this[string counter] => Counter(counter).Count;

    public void Report(string message) => Reports.Add(message);

    public Counter Counter(string name)
    {
        if (!_counters.TryGetValue(name, out var counter))
            _counters.Add(name, counter = new Counter());
        return counter;
    }
}
