namespace Akka.Flink.Runtime;

using System.Collections.Concurrent;

/// <summary>Deletes whole segments. It decides nothing: <see cref="SegmentReferences"/> says which.</summary>
/// <remarks>
/// <para>Called when <c>CheckpointsReleased</c> is durable, and at the start of each attempt. A deletion that fails costs room only: it
/// is kept in mind, and tried again at the next call. What is forgotten by the end of the process is an orphan at the next start.</para>
/// <para><b>Threads.</b> Any; for an actor, by <c>PipeTo</c>.</para>
/// </remarks>
/// <param name="store">The store.</param>
internal sealed class Janitor(IChunkStore store)
{
    private readonly ConcurrentQueue<SegmentId> _failed = new();

    /// <summary>Deletes segments, one after the other: tasks are writing meanwhile.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="cancellationToken">Ends it between two segments.</param>
    /// <returns>What was deleted, and what failed. The task itself does not fail.</returns>
    public async Task<JanitorReport> DeleteAsync(IEnumerable<SegmentId> segments, CancellationToken cancellationToken)
    {
        var all = new HashSet<SegmentId>(segments);
        while (_failed.TryDequeue(out var again))
            all.Add(again);

        var deleted = new List<SegmentId>();
        var failures = new List<Exception>();
        foreach (var segment in all)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                await store.DeleteAsync(segment, cancellationToken).ConfigureAwait(false);
                deleted.Add(segment);
            }
            catch (Exception cause)
            {
                _failed.Enqueue(segment);
                failures.Add(cause);
            }
        }

        return new JanitorReport(deleted, failures);
    }

    /// <summary>Deletes what earlier attempts of a job have left and nobody names.</summary>
    /// <param name="job">The job.</param>
    /// <param name="currentAttempt">The attempt that begins; the largest int when the job has ended and none follows.</param>
    /// <param name="named">What retained checkpoints name: <see cref="SegmentReferences.Named"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What was deleted, and what failed. The task itself does not fail.</returns>
    public async Task<JanitorReport> SweepAsync(
        JobId job, int currentAttempt, IReadOnlySet<SegmentId> named, CancellationToken cancellationToken)
    {
        try
        {
            var existing = await store.ListAsync(SegmentNames.PrefixOf(job), cancellationToken).ConfigureAwait(false);
            var orphans = SegmentReferences.Orphans(existing, currentAttempt, named);
            return await DeleteAsync(orphans, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            return new JanitorReport([], [cause]);
        }
    }
}
