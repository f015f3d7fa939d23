namespace Akka.Flink.Chaos.Tests;

using Akka.Flink.Chaos.Tests.Audit;
using Akka.Flink.Chaos.Tests.Cluster;
using Akka.Flink.Chaos.Tests.Ledger;
using Akka.Flink.EndToEnd.Tests.Chaos;

/// <summary>What a run comes to.</summary>
/// <param name="options">How it was run.</param>
/// <param name="faults">How many faults of each kind there were.</param>
/// <param name="monitor">What was seen of the job.</param>
/// <param name="sequence">The transfers.</param>
/// <param name="books">What was committed.</param>
internal sealed class ChaosReport(
    ChaosOptions options, IReadOnlyDictionary<string, int> faults, JobMonitor monitor, TransferSequence sequence, Books books)
{
    // What ten minutes must bring.
    private static readonly TimeSpan LongRun = TimeSpan.FromMinutes(10);
    private const int LeastFaults = 30;
    private const int LeastKinds = 8;
    private const int LeastCheckpoints = 40;
    private const long LeastTransfers = 1_000_000;

    /// <summary>Prints it.</summary>
    /// <returns>Whether nothing is lost, doubled or wrong, and a long run was worth its name.</returns>
    public bool Print()
    {
        var verdict = new Verdict();
        Console.WriteLine();
        foreach (var (kind, count) in faults.OrderBy(each => each.Key, StringComparer.Ordinal))
            Console.WriteLine($"       {kind,-20} {count,3}");
        Console.WriteLine($"       restarts             {monitor.Restarts,3}");
        CheckBookings(verdict);
        CheckStatements(verdict);
        CheckGoals(verdict);
        return verdict.Holds;
    }

    private static void Explain(Findings findings)
    {
        foreach (var example in findings.Examples)
            Console.WriteLine($"         {example}");
    }

    private void CheckBookings(Verdict verdict)
    {
        var (missing, first) = books.Bookings.Missing();
        var (wrongBalances, sum) = books.Bookings.CompareBalances();
        var findings = books.Bookings.Findings;
        verdict.Check(
            missing == 0 && findings.Duplicated == 0,
            $"Kafka: {sequence.Count:N0} transfers in, {books.Bookings.Count:N0} bookings out, {missing:N0} lost, " +
            $"{findings.Duplicated:N0} duplicated{(missing > 0 ? $"; first lost: {first}" : "")}");
        verdict.Check(findings.Wrong == 0, $"Kafka: {findings.Wrong:N0} bookings are wrong or out of order");
        verdict.Check(wrongBalances == 0 && sum == 0, $"Kafka: {wrongBalances} balances are wrong, their sum is {sum}");
        Explain(findings);
    }

    private void CheckStatements(Verdict verdict)
    {
        var findings = books.Statements.Findings;
        verdict.Check(
            books.Statements.Count == books.ExpectedStatements && findings.Duplicated == 0 && findings.Wrong == 0,
            $"timers: {books.ExpectedStatements:N0} statements are due, {books.Statements.Count:N0} are there, " +
            $"{findings.Duplicated:N0} duplicated, {findings.Wrong:N0} wrong");
        var uncleared = books.Statements.Uncleared();
        verdict.Check(uncleared == 0, $"timers: {uncleared} accounts have state that was to be cleared");
        Explain(findings);
    }

    private void CheckGoals(Verdict verdict)
    {
        var isLong = options.Duration >= LongRun && options.Kinds.Count == 0;
        var all = faults.Values.Sum();
        Goal(all, LeastFaults, "faults");
        Goal(faults.Count, LeastKinds, "kinds of faults");
        Goal(monitor.Checkpoints, LeastCheckpoints, "completed checkpoints");
        Goal(sequence.Count, LeastTransfers, "transfers");

        void Goal(long found, long least, string what) =>
            verdict.Check(!isLong || found >= least, $"{found:N0} {what}{(isLong ? $", {least:N0} at least" : "")}");
    }
}
