namespace Akka.Flink.Jobs.Table;

using Akka.Flink.Jobs.Actors;
using Akka.Flink.Jobs.Engine;

/// <summary>Runs the table: each job with each number of keys and each parallelism.</summary>
internal static class TableRun
{
    /// <summary>Compares everything, and writes each result as soon as it is there.</summary>
    /// <param name="options">What is to be compared.</param>
    /// <param name="writer">Where results go.</param>
    /// <returns>The results.</returns>
    public static IReadOnlyList<ResultRow> Run(TableOptions options, IResultWriter writer)
    {
        var rows = new List<ResultRow>();
        writer.Begin();
        foreach (var run in CasesOf(options))
        {
            using IJobDriver driver = options.UsesActors
                ? new ActorDriver(run.Parallelism, options.CheckpointInterval)
                : new SyncDriver();
            var comparison = new Comparison(driver, options.UsesActors ? "actors" : "sync");
            var row = comparison.Compare(run, verifies: options.Events is null);
            rows.Add(row);
            writer.Write(row);
        }

        return rows;
    }

    private static IEnumerable<JobCase> CasesOf(TableOptions options) =>
        from job in options.Jobs.Count > 0 ? options.Jobs : EngineJobs.Names
        from keys in options.Keys.Count > 0 ? options.Keys : Goals.KeysOf(job)
        from parallelism in options.Parallelisms.Count > 0 ? options.Parallelisms : Goals.Parallelisms
        select new JobCase(job, keys, parallelism, options.Events ?? Goals.EventsOf(job, keys));
}
