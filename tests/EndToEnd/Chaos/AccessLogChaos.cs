namespace Akka.Flink.EndToEnd.Tests.Chaos;

using System.Globalization;
using Akka.Flink.EndToEnd.Tests.Support;

/// <summary>Five million lines, twenty kills: rows once, checkpoints rising, no more than half of the input read twice.</summary>
internal static class AccessLogChaos
{
    private const int Lines = 5_000_000;
    private const int Kills = 20;

    public static async Task<bool> RunAsync()
    {
        using var folder = new TemporaryFolder();
        var log = Logs.Shared ?? Logs.Own;
        var times = Lines / File.ReadLines(log).Count();
        var input = folder.At("access.log");
        Console.WriteLine($"{log}, each line {times} times in a row, 100,000 lines a second, a checkpoint each 500 ms, {Kills} kills.");
        var lines = Logs.Repeat(log, times, input);
        var run = new KillRun(seed: Environment.TickCount)
        {
            Input = input,
            Folder = folder.Path,
            Rate = 100_000,
            Kills = Kills,
            Interval = TimeSpan.FromMilliseconds(500),
            LongestRun = TimeSpan.FromSeconds(2.5),
            Say = Console.WriteLine,
        };

        var result = await run.RunAsync();

        var verdict = new Verdict();
        var (expected, written) = (AccessLogCount.Of(log, times), AccessLogCount.Written(run.Output));
        var checkpoints = run.Resumptions.ConvertAll(each => each.Checkpoint);
        var bytes = run.Resumptions.ConvertAll(each => each.Byte);
        verdict.Check(result.ExitCode == 0, $"the last run ended with exit code {result.ExitCode}");
        verdict.Check(expected.SequenceEqual(written), $"{written.Count} rows are visible, {expected.Count} are right, each once");
        verdict.Check(Rises(checkpoints), $"checkpoints resumed from rise: {string.Join(", ", checkpoints)}");
        verdict.Check(Rises(bytes), $"bytes resumed from rise: {string.Join(", ", bytes)}");
        var share = (double)run.MostLinesRead / lines;
        verdict.Check(share <= 1.5, string.Create(
            CultureInfo.InvariantCulture, $"at most {run.MostLinesRead:N0} lines read, {share:N2} times the input of {lines:N0}"));
        return verdict.Holds;
    }

    private static bool Rises(List<long> numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
}
