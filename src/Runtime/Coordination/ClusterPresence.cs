namespace Akka.Flink.Runtime;

using Akka.Event;

/// <summary>Keeps two clusters from using the same storage: whoever begins one asks here first, and all nodes say here that theirs
/// lives.</summary>
/// <remarks>
/// <para><b>Time.</b> What a cluster says counts for <see cref="TimeToLive"/>. A cluster that lives says it again meanwhile, and whoever
/// would begin another one sees that; of a cluster that has died nothing comes, and after that time another one may begin.</para>
/// <para><b>Threads.</b> Any.</para>
/// </remarks>
/// <param name="table">The row in the control database.</param>
/// <param name="clock">The clock of this process, for intervals.</param>
internal sealed class ClusterPresence(PresenceTable table, TimeProvider clock)
{
    /// <summary>How long what a node says counts.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _ending = new();
    private Task _keeping = Task.CompletedTask;

    /// <summary>Begins a cluster.</summary>
    /// <param name="node">The node that does.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When no other one lives; that of one that was killed is waited for to expire.</returns>
    /// <exception cref="StorageException">Another one lives, or the database cannot be used.</exception>
    public async Task BeginAsync(string node, CancellationToken cancellationToken)
    {
        PresenceRow? first = null;
        while (!await Task.Run(() => table.TryBegin(node, TimeToLive), cancellationToken).ConfigureAwait(false))
        {
            var row = await Task.Run(table.Read, cancellationToken).ConfigureAwait(false);
            first ??= row;
            if (row is not null && row != first)
                throw ClusterStorageErrors.ClusterLives(table.Database, row.Node);
            await Task.Delay(LookInterval, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Says from now on that the cluster lives.</summary>
    /// <param name="node">The node that says so.</param>
    /// <param name="log">Where it is said that the database does not take it.</param>
    public void Keep(string node, ILoggingAdapter log) => _keeping = Task.Run(() => KeepAsync(node, log));

    /// <summary>Says no more that the cluster lives.</summary>
    /// <param name="node">The node that has said so.</param>
    /// <param name="isLast">Whether the cluster ends with it.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task StopAsync(string node, bool isLast)
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await _keeping.ConfigureAwait(false);
        if (isLast)
            await Task.Run(() => table.End(node)).ConfigureAwait(false);
    }

    private async Task KeepAsync(string node, ILoggingAdapter log)
    {
        var isKnown = false;   // that the database does not take it
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                table.Keep(node, TimeToLive);
                isKnown = false;
            }
            catch (StorageException cause)
            {
                if (!isKnown)
                    log.Warning("[{0}]", cause.Message);
                isKnown = true;
            }

            await Task.Delay(Interval, clock, _ending.Token).ContinueWith(
                _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
                .ConfigureAwait(false);
        }
    }
}
