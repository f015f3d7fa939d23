namespace Akka.Flink.Runtime;

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Akka.Actor;
using Akka.Configuration;
using Akka.Coordination;
using Akka.Event;

/// <summary>A lease that the control database keeps: what a split-brain resolver asks when a cluster may be split.</summary>
/// <remarks>
/// <para><b>State.</b> One row for each lease, with its owner and when it expires, by the clock of the database; see
/// <see cref="ILeaseTable"/>. The owner renews it. An owner that stops doing so - a crash, a pause, a database out of reach - loses it
/// when it expires, and knows: it counts the time from before it asked, so <see cref="CheckLease"/> says no before another owner can have
/// the lease. A node that is started anew is another owner, even at the same address.</para>
/// <para><b>Time.</b> <c>heartbeat-timeout</c> bounds how long the lease of a dead owner holds up the others. Under
/// <c>lease-majority</c> it has to be shorter than <c>akka.cluster.split-brain-resolver.stable-after</c>: the side that is left asks
/// once, and gives up when the dead one still has it.</para>
/// <para><b>Threads.</b> One of its own, as the database blocks; callers only wait for tasks.</para>
/// </remarks>
internal sealed class ControlDatabaseLease : Lease
{
    /// <summary>The section that leases of this kind are made from.</summary>
    public const string ConfigPath = "akka.flink.lease";

    private readonly BlockingCollection<LeaseRequest> _requests = [];
    private readonly ILeaseTable _table;
    private readonly ILoggingAdapter _log;
    private readonly Thread _thread;
    private Action<Exception?>? _lost;
    private long _heldUntil;
    private long _renewAt;

    /// <summary>Made by <see cref="LeaseProvider"/>.</summary>
    /// <param name="settings">Name, owner, times, and the section with <c>database</c>, a file of SQLite, or <c>connection-string</c>, of
    /// PostgreSQL.</param>
    /// <param name="system">The system that asks; the lease is renewed until it has terminated.</param>
    /// <exception cref="LeaseException">The section names no database.</exception>
    public ControlDatabaseLease(LeaseSettings settings, ExtendedActorSystem system)
        : base(settings)
    {
        _table = TableOf(settings, $"{settings.OwnerName}#{Guid.NewGuid():N}");
        _log = Logging.GetLogger(system, this);
        _thread = new Thread(Run) { IsBackground = true, Name = $"lease-{settings.LeaseName}" };
        _thread.Start();
        system.RegisterOnTermination(Stop);
    }

    private bool IsBelievedHeld => Volatile.Read(ref _heldUntil) != 0;

    /// <summary>The section for leases in a database of SQLite; an actor system's own configuration goes before it.</summary>
    /// <param name="file">The control database.</param>
    public static Config ConfigurationFor(string file) => Section("database", file);

    /// <summary>The section for leases in a database of PostgreSQL; an actor system's own configuration goes before it.</summary>
    /// <param name="connectionString">How it is reached.</param>
    public static Config ConfigurationForPostgreSql(string connectionString) => Section("connection-string", connectionString);

    /// <inheritdoc/>
    public override bool CheckLease() => Stopwatch.GetTimestamp() < Volatile.Read(ref _heldUntil);

    /// <inheritdoc/>
    public override Task<bool> Acquire() => Acquire(_ => { });

    /// <inheritdoc/>
    public override async Task<bool> Acquire(Action<Exception?> leaseLostCallback)
    {
        try
        {
            return await Ask(() => TryAcquire(leaseLostCallback)).ConfigureAwait(false);
        }
        catch (LeaseTimeoutException)
        {
            // It may still be done; then nobody would know.
            Enqueue(new LeaseRequest(TryRelease));
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<bool> Release() => Ask(TryRelease);

    private static Config Section(string key, string value) => ConfigurationFactory.ParseString($$"""
        {{ConfigPath}} {
          lease-class = "{{typeof(ControlDatabaseLease).FullName}}, {{typeof(ControlDatabaseLease).Assembly.GetName().Name}}"
          {{key}} = {{JsonSerializer.Serialize(value)}}
          heartbeat-interval = 2s
          heartbeat-timeout = 10s
          lease-operation-timeout = 3s
        }
        """);

    private static ILeaseTable TableOf(LeaseSettings settings, string owner)
    {
        var times = settings.TimeoutSettings;
        var file = settings.LeaseConfig.GetString("database");
        if (!string.IsNullOrEmpty(file))
            return new SqliteLeaseTable(file, settings.LeaseName, owner, times);

        var connection = settings.LeaseConfig.GetString("connection-string");
        return string.IsNullOrEmpty(connection)
            ? throw LeaseErrors.NoDatabase(settings.LeaseName)
            : new PostgreSqlLeaseTable(connection, settings.LeaseName, owner, times);
    }

    private async Task<bool> Ask(Func<bool> work)
    {
        var request = new LeaseRequest(work);
        Enqueue(request);
        try
        {
            return await request.Answer.WaitAsync(Settings.TimeoutSettings.OperationTimeout).ConfigureAwait(false);
        }
        catch (TimeoutException cause)
        {
            throw LeaseErrors.TimedOut(Settings.LeaseName, Settings.TimeoutSettings.OperationTimeout, cause);
        }
    }

    private void Enqueue(LeaseRequest request)
    {
        try
        {
            _requests.Add(request);
        }
        catch (InvalidOperationException)
        {
            request.Refuse(LeaseErrors.Stopped(Settings.LeaseName));   // the system terminates
        }
    }

    /// <summary>Once it returns, nothing of this lease uses the database any more.</summary>
    private void Stop()
    {
        _requests.CompleteAdding();
        _thread.Join(Settings.TimeoutSettings.OperationTimeout);
    }

    private void Run()
    {
        while (!_requests.IsCompleted)
        {
            if (_requests.TryTake(out var request, UntilRenewal()))
                request.Run();
            else if (IsBelievedHeld)
                Renew();
        }
    }

    private int UntilRenewal()
    {
        if (!IsBelievedHeld)
            return Timeout.Infinite;

        var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _renewAt);
        return left > TimeSpan.Zero ? (int)left.TotalMilliseconds + 1 : 0;
    }

    private bool TryAcquire(Action<Exception?> lost)
    {
        var asked = Stopwatch.GetTimestamp();
        var isHeld = _table.TryAcquire();
        if (isHeld)
        {
            _lost = lost;
            Hold(asked);
        }
        else if (IsBelievedHeld)
        {
            Lose(null);
        }

        return isHeld;
    }

    private bool TryRelease()
    {
        // First: the row may be gone though the answer does not come.
        Volatile.Write(ref _heldUntil, 0);
        _lost = null;
        _table.Release();
        return true;
    }

    private void Renew()
    {
        var asked = Stopwatch.GetTimestamp();
        try
        {
            if (_table.TryRenew())
                Hold(asked);
            else
                Lose(null);
        }
        catch (LeaseException cause) when (CheckLease())
        {
            _log.Warning("Lease [{0}] could not be renewed, and is tried again: {1}", Settings.LeaseName, cause.Message);
            _renewAt = asked + Ticks(Settings.TimeoutSettings.HeartbeatInterval / 4);
        }
        catch (LeaseException cause)
        {
            Lose(cause);
        }
    }

    private void Hold(long asked)
    {
        Volatile.Write(ref _heldUntil, asked + Ticks(Settings.TimeoutSettings.HeartbeatTimeout));
        _renewAt = asked + Ticks(Settings.TimeoutSettings.HeartbeatInterval);
    }

    private void Lose(Exception? cause)
    {
        Volatile.Write(ref _heldUntil, 0);
        _log.Warning("Lease [{0}] is lost: {1}", Settings.LeaseName, cause?.Message ?? "it had expired, or another owner has it.");
        Interlocked.Exchange(ref _lost, null)?.Invoke(cause);
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
