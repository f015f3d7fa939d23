namespace Akka.Flink.Functions;

/// <summary>Tries asynchronous calls again, a number of times, after some delay.</summary>
/// <typeparam name="T">The type of results.</typeparam>
/// <remarks>Immutable; each method answers with a changed copy. Made by <see cref="AsyncRetryStrategies"/>.</remarks>
public sealed class AsyncRetryStrategy<T> : IAsyncRetryStrategy<T>
{
    private readonly int _maxAttempts;
    private readonly Func<int, TimeSpan> _backoff;
    private readonly Func<IReadOnlyCollection<T>, bool>? _ifResult;
    private readonly Func<Exception, bool>? _ifException;

    internal AsyncRetryStrategy(
        int maxAttempts,
        Func<int, TimeSpan> backoff,
        Func<IReadOnlyCollection<T>, bool>? ifResult = null,
        Func<Exception, bool>? ifException = null)
    {
        _maxAttempts = maxAttempts;
        _backoff = backoff;
        _ifResult = ifResult;
        _ifException = ifException;
    }

    /// <summary>Says which results are not good enough, such as <see cref="RetryPredicates.EmptyResult{T}"/>.</summary>
    /// <param name="predicate">Whether to try again.</param>
    /// <returns>The changed strategy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is null.</exception>
    public AsyncRetryStrategy<T> IfResult(Func<IReadOnlyCollection<T>, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new AsyncRetryStrategy<T>(_maxAttempts, _backoff, predicate, _ifException);
    }

    /// <summary>Says which failures may pass, such as <see cref="RetryPredicates.HasException"/>.</summary>
    /// <param name="predicate">Whether to try again.</param>
    /// <returns>The changed strategy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is null.</exception>
    public AsyncRetryStrategy<T> IfException(Func<Exception, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new AsyncRetryStrategy<T>(_maxAttempts, _backoff, _ifResult, predicate);
    }

    /// <inheritdoc/>
    public bool CanRetry(int attempts) => attempts <= _maxAttempts;

    /// <inheritdoc/>
    public TimeSpan BackoffAfter(int attempts) => _backoff(attempts);

    /// <inheritdoc/>
    public bool ShouldRetry(IReadOnlyCollection<T> results) => _ifResult is not null && _ifResult(results);

    /// <inheritdoc/>
    public bool ShouldRetry(Exception failure) => _ifException is not null && _ifException(failure);
}
