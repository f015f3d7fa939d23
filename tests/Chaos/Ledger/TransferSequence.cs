namespace Akka.Flink.Chaos.Tests.Ledger;

/// <summary>All transfers, each computed from the seed and its number: nobody has to keep them.</summary>
/// <param name="seed">What they are made from.</param>
/// <param name="beginMs">When the first one is: the beginning of a period.</param>
internal sealed class TransferSequence(int seed, long beginMs)
{
    public const int Accounts = 1_000;
    public const long PeriodMs = 2_000;
    public const long EachPeriod = PeriodMs * EachMs;

    // Event time goes on more slowly than the clock at the usual rate: no time stamp is ever ahead of it.
    private const int EachMs = 8;
    private const long MaxAmount = 10_000;

    private long _count = long.MaxValue;

    /// <summary>How many there are; more than can be until the last one is known.</summary>
    public long Count
    {
        get => Interlocked.Read(ref _count);
        set => Interlocked.Exchange(ref _count, value);
    }

    /// <summary>A transfer.</summary>
    /// <param name="id">Its number, from 0.</param>
    public (long From, long To, long Amount) this[long id]
    {
        get
        {
            var hash = Mix((ulong)id + ((ulong)(uint)seed << 32));
            var from = (long)(hash % Accounts);
            var to = (from + 1 + (long)((hash >> 16) % (Accounts - 1))) % Accounts;
            return (from, to, 1 + (long)((hash >> 40) % MaxAmount));
        }
    }

    /// <summary>When a transfer is, in milliseconds since the epoch.</summary>
    public long TimeOf(long id) => beginMs + (id / EachMs);

    /// <summary>Which period begins at a time, from 0.</summary>
    public long PeriodAt(long timeMs) => (timeMs - beginMs) / PeriodMs;

    /// <summary>The balances after all transfers.</summary>
    public long[] Balances()
    {
        var balances = new long[Accounts];
        for (var id = 0L; id < Count; id++)
        {
            var (from, to, amount) = this[id];
            balances[from] -= amount;
            balances[to] += amount;
        }

        return balances;
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
