namespace Akka.Flink.Chaos.Tests.Faults;

/// <summary>Which fault comes when: each kind once, in an order of its own, before the first comes again; now and then with another one at
/// the same time.</summary>
/// <param name="faults">The faults.</param>
/// <param name="seed">What the script is made from.</param>
internal sealed class FaultScript(IReadOnlyList<IFault> faults, int seed)
{
    private const int EachWithAnother = 4;

    private readonly Random _random = new(seed);
    private readonly Queue<IFault> _round = new();

    /// <summary>What comes next.</summary>
    /// <returns>How long all is left in peace before it, and one fault or two, each with a script of its own: nothing that happens
    /// meanwhile changes what follows.</returns>
    public (TimeSpan Peace, IReadOnlyList<(IFault Fault, Random Random)> Faults) Next()
    {
        if (_round.Count == 0)
        {
            var kinds = faults.ToArray();
            _random.Shuffle(kinds);
            foreach (var fault in kinds)
                _round.Enqueue(fault);
        }

        var peace = _random.Between(0.5, 4);
        var first = _round.Dequeue();
        var others = faults.Where(fault => fault != first && !(fault.CostsNodes && first.CostsNodes)).ToList();
        var other = others.Count > 0 && _random.Next(EachWithAnother) == 0 ? others[_random.Next(others.Count)] : null;
        var all = new List<(IFault, Random)> { (first, new Random(_random.Next())) };
        if (other is not null)
            all.Add((other, new Random(_random.Next())));
        return (peace, all);
    }
}
