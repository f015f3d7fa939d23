namespace Akka.Flink.Host.Programs;

/// <summary>Ends a program whose entry point a node of a cluster called only to learn its job.</summary>
/// <param name="job">The job's name.</param>
internal sealed class JobCapturedException(string job) : Exception(
    $"Job '{job}' runs on the cluster. What stands behind ExecuteAsync is not run there: let this exception end the program.");
