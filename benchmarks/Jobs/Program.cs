using System.Diagnostics;
using Akka.Flink.Jobs.Loops;

foreach (var job in args[0].Split(','))
foreach (var keys in args[2].Split(',').Select(long.Parse))
{
    var n = long.Parse(args[1]);
    HandWritten.Run(job, Math.Min(n / 10, 3_000_000), keys);
    HandWritten.Run(job, Math.Min(n / 10, 3_000_000), keys);
    var t = Stopwatch.GetTimestamp();
    var r = HandWritten.Run(job, n, keys);
    var s = Stopwatch.GetElapsedTime(t).TotalSeconds;
    Console.WriteLine($"{job,-10} {n} {keys,8} {r.Checksum:x16} {r.Results,9} {n / s / 1e6:0.0} M/s {s / n * 1e9:0.0} ns");
}
