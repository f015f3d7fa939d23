using Akka.Flink.StateBenchmarks;

long[] sizes = args.Length > 1 ? [.. args[1].Split(',').Select(long.Parse)] : [1_000, 1_000_000, 10_000_000];
var what = args.Length > 0 ? args[0] : "all";
if (what is "all" or "access")
{
    foreach (var keys in sizes)
        AccessBenchmark.Run(keys);
}

if (what is "all" or "timers")
{
    foreach (var keys in sizes)
        TimerBenchmark.Run((int)keys);
}

if (what is "all" or "growth")
    GrowthBenchmark.Run();
