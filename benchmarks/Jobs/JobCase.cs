namespace Akka.Flink.Jobs;

/// <summary>What a job is run with.</summary>
/// <param name="Job">The job's name.</param>
/// <param name="Keys">How many keys there are.</param>
/// <param name="Parallelism">How many subtasks each operator has.</param>
/// <param name="Events">How many events there are.</param>
internal sealed record JobCase(string Job, long Keys, int Parallelism, long Events)
{
    /// <summary>What the checksum is made of.</summary>
    public ChecksumKind Checksum => (Job, Parallelism) switch
    {
        ("running", > 1) => ChecksumKind.FinalRows,
        ("timers", > 1) => ChecksumKind.Counts,
        _ => ChecksumKind.AllRows,
    };
}
