namespace Akka.Flink.Jobs.Loops;

using System.Runtime.InteropServices;

/// <summary><c>running</c>: count and sum of a key, emitted for each event.</summary>
internal static class RunningLoop
{
    public static Outcome Run(long events, long keys)
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

        return new Outcome(checksum, events);
    }
}
