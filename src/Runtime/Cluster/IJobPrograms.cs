namespace Akka.Flink.Runtime;

/// <summary>Builds graphs of jobs from their programs. Each node has one: the job's master plans with its graph, tasks are built of
/// it.</summary>
internal interface IJobPrograms
{
    /// <summary>Invokes the program's entry point up to where it would execute its job.</summary>
    /// <param name="program">The program.</param>
    /// <param name="parallelism">The parallelism of every operator (at most its maximum), or <see langword="null"/> for what the program
    /// says.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The job. Equal programs and parallelisms give graphs of equal fingerprints; they may be the same object.</returns>
    /// <remarks><b>Threads.</b> Any thread; the program runs on a thread of its own. Users' code: whatever it throws comes back as a
    /// <see cref="Akka.Flink.FlinkException"/> of domain definition.</remarks>
    Task<CapturedJob> CaptureAsync(JobProgram program, int? parallelism, CancellationToken cancellationToken);
}
