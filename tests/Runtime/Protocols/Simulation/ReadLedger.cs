namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>What sources have read, by attempt: nothing of an attempt that was moved is read again.</summary>
/// <param name="world">The world.</param>
internal sealed class ReadLedger(World world)
{
    private readonly Dictionary<int, HashSet<int>> _read = [];
    private readonly HashSet<int> _moved = [];

    public void Read(int attempt, int record)
    {
        foreach (var moved in _moved.Where(moved => moved < attempt))
        {
            world.Require(!_read[moved].Contains(record), Invariants.NothingTwice,
                $"record {record} is read by attempt {attempt}, and was read by attempt {moved}, which was moved");
        }

        if (!_read.TryGetValue(attempt, out var records))
            _read.Add(attempt, records = []);
        records.Add(record);
    }

    public void Move(int attempt)
    {
        _read.TryAdd(attempt, []);
        _moved.Add(attempt);
    }
}
