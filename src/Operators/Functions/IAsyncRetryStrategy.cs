namespace Akka.Flink.Functions;

/// <summary>Says whether and when an asynchronous call is tried again.</summary>
/// <typeparam name="T">The type of results.</typeparam>
/// <remarks>
/// <para>Whatever is tried again keeps its place and counts towards the capacity; the time-out covers all attempts together.</para>
/// <para><b>Threads.</b> The task's; one instance serves all subtasks of a process.</para>
/// <para><b>Flink.</b> <c>AsyncRetryStrategy</c>.</para>
/// </remarks>
public interface IAsyncRetryStrategy<T>
{
    /// <summary>Whether there may be another attempt.</summary>
    /// <param name="attempts">How many there were: 1 after the first one.</param>
    /// <returns>Whether there may.</returns>
    bool CanRetry(int attempts);

    /// <summary>How long to wait before the next attempt.</summary>
    /// <param name="attempts">How many there were: 1 after the first one.</param>
    /// <returns>Not negative.</returns>
    TimeSpan BackoffAfter(int attempts);

    /// <summary>Whether results are not good enough.</summary>
    /// <param name="results">The results of an attempt.</param>
    /// <returns>Whether to try again.</returns>
    bool ShouldRetry(IReadOnlyCollection<T> results);

    /// <summary>Whether a failure may pass.</summary>
    /// <param name="failure">What an attempt threw.</param>
    /// <returns>Whether to try again.</returns>
    bool ShouldRetry(Exception failure);
}
