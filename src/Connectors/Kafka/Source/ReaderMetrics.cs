namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sources;

/// <summary>What a reader counts, beside its records.</summary>
/// <remarks>Counters belong to the task's thread; what the fetching thread has counted is taken over here.</remarks>
internal sealed class ReaderMetrics(ISourceReaderContext context)
{
    private readonly Counter _connectionErrors = context.Counter("connectionErrors");
    private readonly Counter _brokersDown = context.Counter("brokersDown");
    private readonly Counter _commits = context.Counter("commitsSucceeded");
    private readonly Counter _failedCommits = context.Counter("commitsFailed");

    /// <summary>Messages without a value, which are passed over.</summary>
    public Counter EmptyRecords { get; } = context.Counter("emptyRecords");

    /// <summary>Takes over what the fetching thread has counted.</summary>
    /// <param name="thread">The thread; null before it began.</param>
    public void Update(FetchThread? thread)
    {
        if (thread is null)
            return;

        _connectionErrors.Set(thread.Log.Errors);
        _brokersDown.Set(thread.Log.IsDown ? 1 : 0);
        _commits.Set(thread.Commits);
        _failedCommits.Set(thread.FailedCommits);
    }
}
