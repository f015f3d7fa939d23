namespace Akka.Flink.Chaos.Tests.Faults;

/// <summary>Which fault comes when: each kind once, in an order of its own, before the first comes again.</summary>
/// <param name="faults">The faults.</param>
/// <param name="seed">What the script is made from.</param>
internal sealed class FaultScript(IReadOnlyList<IFault> faults, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Queue<IFault> _round = new();

    /// <summary>The next fault.</summary>
    /// <returns>How long all is left in peace before it, the fault, and its own script: nothing that happens meanwhile changes what
    /// follows.</returns>
    public (TimeSpan Peace, IFault Fault, Random Random) Next()
    {
        if (_round.Count == 0)
        {
            var kinds = faults.ToArray();
            _random.Shuffle(kinds);
            foreach (var fault in kinds)
                _round.Enqueue(fault);
        }

        return (_random.Between(0.5, 4), _round.Dequeue(), new Random(_random.Next()));
    }
}
