namespace Akka.Persistence.Sql.Journal;

using System.Collections.Immutable;
using Akka.Persistence.Sql.Db;

/// <summary>The events of one call of the journal, committed together or not at all. Of a rejected write it holds no event.</summary>
internal sealed class WriteRequest(EventRow[] rows, int count, long bytes, IImmutableList<Exception> rejections) : SqlJob<JournalConnection>
{
    private readonly TaskCompletionSource<IImmutableList<Exception>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ReadOnlySpan<EventRow> Rows => rows.AsSpan(0, count);

    public int Count => count;

    /// <summary>The size of all messages.</summary>
    public long Bytes => bytes;

    /// <summary>For each atomic write null or why it was rejected; null when none was.</summary>
    public Task<IImmutableList<Exception>> Task => _completion.Task;

    public override void Run(JournalConnection connection) => connection.Write([this]);

    public override void Complete() => _completion.TrySetResult(rejections);

    public override void Fail(Exception cause) => _completion.TrySetException(cause);
}
