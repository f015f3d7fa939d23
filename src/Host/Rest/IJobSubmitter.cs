namespace Akka.Flink.Host.Rest;

/// <summary>Takes programs whose artifacts are there.</summary>
internal interface IJobSubmitter
{
    /// <summary>Submits a program's job.</summary>
    /// <param name="request">The program.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The job's id and name.</returns>
    /// <exception cref="FlinkException">The program cannot be loaded, or its job is refused.</exception>
    Task<SubmitAnswer> SubmitAsync(SubmitRequest request, CancellationToken cancellationToken);
}
