namespace Akka.Flink.Jobs.Loops;

/// <summary><c>stateless</c>: filter and map.</summary>
internal static class StatelessLoop
{
    public static Outcome Run(long events, long keys)
    {
        var generator = new Generator(keys);
        ulong checksum = 0;
        long results = 0;
        for (long i = 0; i < events; i++)
        {
            var e = generator.At(i);
            if ((e.Value & 1) == 0)
                continue;

            checksum += Generator.Row(e.Key, (e.Value * 3) + e.Key, e.TimestampMs, 0);
            results++;
        }

        return new Outcome(checksum, results);
    }
}
