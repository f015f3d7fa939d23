namespace Akka.Flink.Jobs.Loops;

using System.Runtime.InteropServices;
using Akka.Flink.Jobs.Engine;

/// <summary><c>running</c>: count and sum of a key, emitted for each event.</summary>
internal static class RunningLoop
{
    public static Outcome Run(long events, long keys, ChecksumKind kind)
    {
        var generator = new Generator(keys);
        var sums = new Dictionary<long, CountAndSum>();
        ulong checksum = 0;
        for (long i = 0; i < events; i++)
        {
            var e = generator.At(i);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, e.Key, out _);
            sum.Count++;
            sum.Sum += e.Value;
            checksum += Generator.Row(e.Key, sum.Count, sum.Sum, 0);
        }

        if (kind == ChecksumKind.AllRows)
            return new Outcome(checksum, events);

        checksum = 0;
        foreach (var (key, sum) in sums)
            checksum += Generator.Row(key, sum.Count, sum.Sum, RunningSums.IsFinal);
        return new Outcome(checksum, sums.Count);
    }
}
