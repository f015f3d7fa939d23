namespace Akka.Flink.Jobs.Table;

using Akka.Flink.Jobs.Engine;

/// <summary>Runs loop and engine in turn, in one process.</summary>
/// <param name="driver">Runs the engine.</param>
/// <param name="driverName">What it is called.</param>
internal sealed class Comparison(IJobDriver driver, string driverName)
{
    /// <summary>How many events the run has whose checksum is known from other programs.</summary>
    public const long VerifiedEvents = 10_000_000;

    private const long WarmUpEvents = 3_000_000;
    private const int Pairs = 5;

    /// <summary>Compares.</summary>
    /// <param name="run">The job, and what it is run with.</param>
    /// <param name="verifies">Whether a run comes first that is compared with the checksums of other programs.</param>
    public ResultRow Compare(JobCase run, bool verifies)
    {
        var warmUp = Math.Min(run.Events / 10, WarmUpEvents);
        warmUp -= warmUp % run.Parallelism;
        var isRight = true;
        for (var i = 0; i < 2; i++)
            isRight &= RunPair(run with { Events = Math.Max(warmUp, run.Parallelism) }, out _, out _);
        if (verifies && VerifiedEvents % run.Parallelism == 0)
            isRight &= RunPair(run with { Events = VerifiedEvents }, out _, out _);

        var loops = new Measurement[Pairs];
        var engines = new Measurement[Pairs];
        for (var i = 0; i < Pairs; i++)
            isRight &= RunPair(run, out loops[i], out engines[i]);
        return new ResultRow(run, driverName, loops, engines, isRight);
    }

    private bool RunPair(JobCase run, out Measurement loop, out Measurement engine)
    {
        loop = Measurement.OfLoop(run);
        engine = Measurement.OfEngine(run, driver);
        var expected = ReferenceChecksums.Of(run) ?? loop.Outcome;
        if (engine.Outcome == expected && loop.Outcome == expected)
            return true;

        Console.Error.WriteLine($"{run}: expected {expected}, the loop has {loop.Outcome}, the engine {engine.Outcome}.");
        return false;
    }
}
