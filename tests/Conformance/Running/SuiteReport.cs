namespace Akka.Flink.Conformance.Tests;

/// <summary>Runs cases and writes what came of them: a line for each failure, a table by suite, and the line that counts.</summary>
internal sealed class SuiteReport(TextWriter output)
{
    private const int MaxTextLength = 1500;

    private readonly SortedDictionary<string, Counts> _suites = new(StringComparer.Ordinal);

    /// <summary>How many cases failed.</summary>
    public int Failed => _suites.Values.Sum(counts => counts.Cases - counts.Passed);

    /// <summary>Runs a case in all its modes.</summary>
    public void Run(GoldenCase golden)
    {
        if (!_suites.TryGetValue(golden.Suite, out var counts))
            _suites.Add(golden.Suite, counts = new Counts());

        var failures = CaseRunner.ModesOf(golden).Select(mode => (Mode: mode, Failure: new CaseRunner(golden, mode).Run())).ToList();
        counts.Add(failures);
        var failure = failures.Select(each => each.Failure).FirstOrDefault(each => each is not null);
        if (failure is not null)
            Write(golden, failure);
    }

    /// <summary>Writes the table and the sums.</summary>
    public void WriteSummary()
    {
        output.WriteLine();
        output.WriteLine($"{"suite",-12} {"cases",6} {"plain",6} {"snapshots",10} {"passed",7} {"failed",7} {"not there",10}");
        foreach (var (suite, each) in _suites)
        {
            output.WriteLine(
                $"{suite,-12} {each.Cases,6} {each.Plain,6} {each.Snapshots,10} " +
                $"{each.Passed,7} {each.Cases - each.Passed,7} {each.Missing,10}");
        }

        output.WriteLine();
        output.WriteLine(
            "plain, snapshots: passed as they are, and with a snapshot and a restore after each step (an exempt mode counts as passed).");
        output.WriteLine("not there: failed because the engine does not have the feature yet.");
        output.WriteLine();
        output.WriteLine($"{_suites.Values.Sum(counts => counts.Passed)} passed, {Failed} failed");
    }

    private void Write(GoldenCase golden, Failure failure)
    {
        if (failure.MissingFeature is { } feature)
        {
            output.WriteLine($"FAILED {golden.Id}: {golden.Title} -- {feature}");
            return;
        }

        output.WriteLine($"FAILED {golden.Id}: {golden.Title}");
        output.WriteLine($"    mode     {(failure.Mode == RunMode.Plain ? "plain" : "snapshot everywhere")}");
        output.WriteLine($"    step {failure.Step,-3} {Shorten(failure.StepText)}");
        output.WriteLine($"    expected {Shorten(failure.Expected)}");
        output.WriteLine($"    got      {Shorten(failure.Got)}");
    }

    private static string Shorten(string text) => text.Length <= MaxTextLength ? text : text[..MaxTextLength] + "...";

    private sealed class Counts
    {
        public int Cases { get; private set; }

        public int Plain { get; private set; }

        public int Snapshots { get; private set; }

        public int Passed { get; private set; }

        public int Missing { get; private set; }

        public void Add(List<(RunMode Mode, Failure? Failure)> runs)
        {
            Cases++;
            Plain += runs.Any(run => run.Mode == RunMode.Plain && run.Failure is not null) ? 0 : 1;
            Snapshots += runs.Any(run => run.Mode == RunMode.SnapshotEverywhere && run.Failure is not null) ? 0 : 1;
            Passed += runs.Any(run => run.Failure is not null) ? 0 : 1;
            Missing += runs.Any(run => run.Failure?.MissingFeature is not null) ? 1 : 0;
        }
    }
}
