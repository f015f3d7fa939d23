using System.Globalization;
using Akka.Flink.Jobs;
using Akka.Flink.Jobs.Actors;
using Akka.Flink.Jobs.Engine;

// Jobs [NAMES] [--events N] [--keys K,K] [--pairs P] [--driver loop|actors] [--parallelism P] [--checkpoints MS];
// names and keys are separated by commas.
var names = args.Length > 0 && !args[0].StartsWith('-') ? args[0].Split(',') : [.. EngineJobs.Names];
var events = Number("--events", 20_000_000);
var pairs = (int)Number("--pairs", 5);
var parallelism = (int)Number("--parallelism", 1);
TimeSpan? interval = Option("--checkpoints") is { } ms ? TimeSpan.FromMilliseconds(long.Parse(ms, CultureInfo.InvariantCulture)) : null;
var node = Option("--driver") == "actors" ? new ActorNode(parallelism) : null;

Comparison.PrintHeader();
var isRight = true;
foreach (var name in names)
{
    if (!EngineJobs.Names.Contains(name))
    {
        Console.Error.WriteLine($"There is no job '{name}'. There are: {string.Join(", ", EngineJobs.Names)}.");
        return 2;
    }

    foreach (var keys in KeysOf(name))
        isRight &= new Comparison(name, keys, EngineOf(name, keys)) { ComparesCountsOnly = name == "running" && parallelism > 1 }
            .Run(events, pairs);
}

return isRight ? 0 : 1;

Func<long, AllocationMeter, Outcome> EngineOf(string job, long keys) => node is null
    ? (count, meter) => EngineJobs.Run(job, count, keys, meter)
    : (count, _) => node.Run(job, count, keys, parallelism, interval);

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

long Number(string name, long otherwise) => Option(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;

IEnumerable<long> KeysOf(string name) => Option("--keys") is { } text
    ? text.Split(',').Select(each => long.Parse(each, CultureInfo.InvariantCulture))
    : name switch
    {
        "session" => [100_000, 1_000_000],   // with fewer no session ends
        "timers" => [1_000_000],             // with fewer nothing fires before the end
        _ => [1_000, 1_000_000],
    };
