namespace Akka.Flink.EndToEnd.Tests.Support;

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

/// <summary>The access log's job, killed again and again and started by the same command each time.</summary>
internal sealed partial class KillRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Random _random;

    /// <summary>A run.</summary>
    /// <param name="seed">Where its moments come from.</param>
    public KillRun(int seed) => _random = new Random(seed);

    /// <summary>The log.</summary>
    public required string Input { get; init; }

    /// <summary>Where it works and writes.</summary>
    public required string Folder { get; init; }

    /// <summary>How many lines a second.</summary>
    public required int Rate { get; init; }

    /// <summary>How often it is killed.</summary>
    public required int Kills { get; init; }

    /// <summary>Between checkpoints.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>The longest time from the first checkpoint of a run to its end.</summary>
    public required TimeSpan LongestRun { get; init; }

    /// <summary>Told how it goes.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>Where its rows are.</summary>
    public string Output => Path.Combine(Folder, "rows");

    /// <summary>Where each run went on.</summary>
    public List<Resumption> Resumptions { get; } = [];

    /// <summary>The most lines that all runs can have read: as many as the rate allows from the beginning of
    /// its attempt until it was killed, and what the last one counted.</summary>
    public long MostLinesRead { get; private set; }

    /// <summary>Runs, kills, and runs to the end.</summary>
    /// <returns>How the last run ended.</returns>
    public async Task<EngineResult> RunAsync()
    {
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var process = Start();
            await process.WaitForLineAsync("Attempt ", Patience);
            var began = Stopwatch.GetTimestamp();   // nothing is read before
            await process.WaitForLineAsync("First checkpoint of attempt", Patience);
            if (await process.EndsWithinAsync(_random.NextDouble() * LongestRun))
                throw new InvalidOperationException($"The job ended before it was killed {Kills} times: let it run longer.");

            process.Kill();
            MostLinesRead += (long)(Stopwatch.GetElapsedTime(began).TotalSeconds * Rate);
            Take(await process.WaitForEndAsync(Patience));
            Say($"kill {kill,2}: {Resumptions[^1]}");
        }

        using var last = Start();
        var result = await last.WaitForEndAsync(TimeSpan.FromMinutes(30));
        Take(result);
        MostLinesRead += Records(result.Error);
        Say($"to the end: {Resumptions[^1]}");
        return result;
    }

    private EngineProcess Start() => Engine.Start(
        Folder,
        "run", "AccessLog", "-D", $"execution.checkpointing.interval={Interval.TotalMilliseconds} ms",
        "--", "--input", Input, "--output", Output, "--rate", Rate.ToString(CultureInfo.InvariantCulture));

    private void Take(EngineResult result) => Resumptions.AddRange(Resumption.ReadAll(result.Error));

    // What the summary says that the last run has read.
    private static long Records(string error) =>
        Read().Match(error) is { Success: true } match 
            ? long.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"records +([\d,]+) read")]
    private static partial Regex Read();
}
