namespace Akka.Flink.Jobs.Table;

/// <summary>The goals on two cores, and how many events make runs of two to ten seconds.</summary>
internal static class Goals
{
    /// <summary>What is left of nothing when a run is measured: a collector's bookkeeping, an actor's timer. A byte for each event is
    /// twenty times as much.</summary>
    public const double Nothing = 0.05;

    private const long Thousand = 1_000;
    private const long HundredThousand = 100_000;
    private const long Million = 1_000_000;

    private static readonly (string Job, long Keys, long Events, double AtOne, double AtTwo, double Bytes)[] Rows =
    [
        ("stateless", Thousand, 200 * Million, 0.65, 1.0, Nothing),
        ("running", Thousand, 100 * Million, 0.50, 0.7, Nothing),
        ("running", Million, 40 * Million, 0.70, 1.0, Nothing),
        ("window", Thousand, 200 * Million, 0.55, 0.8, Nothing),
        ("window", Million, 40 * Million, 0.70, 1.0, 1),
        ("sliding", Thousand, 200 * Million, 0.60, 0.8, Nothing),
        ("session", HundredThousand, 40 * Million, 0.40, 0.6, 1),
        ("timers", Million, 40 * Million, 0.40, 0.6, Nothing),
        ("join", HundredThousand, 60 * Million, 0.40, 0.6, 8),
    ];

    /// <summary>The parallelisms that there are goals for.</summary>
    public static IReadOnlyList<int> Parallelisms { get; } = [1, 2];

    /// <summary>The keys that a job has goals for.</summary>
    /// <param name="job">The job.</param>
    public static IEnumerable<long> KeysOf(string job) => Rows.Where(row => row.Job == job).Select(row => row.Keys);

    /// <summary>How many events a timed run has.</summary>
    /// <param name="job">The job.</param>
    /// <param name="keys">Over how many keys.</param>
    public static long EventsOf(string job, long keys) => Rows
        .Where(row => row.Job == job).MinBy(row => Math.Abs(Math.Log((double)row.Keys / keys))).Events;

    /// <summary>The goal of a run; null where there is none.</summary>
    /// <param name="run">The run.</param>
    public static Goal? Of(JobCase run)
    {
        foreach (var row in Rows)
        {
            var isIt = row.Job == run.Job && (row.Keys == run.Keys || row.Job == "stateless");
            if (isIt && Parallelisms.Contains(run.Parallelism))
                return new Goal(run.Parallelism == 1 ? row.AtOne : row.AtTwo, row.Bytes);
        }

        return null;
    }
}
