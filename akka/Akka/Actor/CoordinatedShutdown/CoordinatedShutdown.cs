namespace Akka.Actor;

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Akka.Configuration;
using Akka.Event;

/// <summary>Ends an actor system in phases: each begins when the tasks of those it depends on have completed.</summary>
/// <remarks>
/// The phases, their order and their timeouts come from <c>akka.coordinated-shutdown.phases</c>. The tasks of a phase run at the same
/// time. It runs once, whoever asks first: <see cref="ActorSystem.Terminate"/>, the exit of the process, or a call of <see cref="Run"/>.
/// </remarks>
public sealed partial class CoordinatedShutdown : IExtension
{
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";
    public const string PhaseServiceUnbind = "service-unbind";
    public const string PhaseServiceRequestsDone = "service-requests-done";
    public const string PhaseServiceStop = "service-stop";
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";
    public const string PhaseClusterLeave = "cluster-leave";
    public const string PhaseClusterExiting = "cluster-exiting";
    public const string PhaseClusterExitingDone = "cluster-exiting-done";
    public const string PhaseClusterShutdown = "cluster-shutdown";
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly CoordinatedShutdownSettings _settings;
    private readonly ILoggingAdapter _log;
    private readonly ConcurrentDictionary<string, ImmutableList<ShutdownTask>> _tasks = new();
    private readonly TaskCompletionSource<Done> _run = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Reason _reason;

    internal CoordinatedShutdown(ExtendedActorSystem system, CoordinatedShutdownSettings settings)
    {
        System = system;
        _settings = settings;
        _log = Logging.GetLogger(system, GetType());
    }

    public Reason ShutdownReason => Volatile.Read(ref _reason);

    public ExtendedActorSystem System { get; }

    public TimeSpan TotalTimeout
    {
        get
        {
            var total = TimeSpan.Zero;
            foreach (var phase in _tasks.Keys)
                total += Timeout(phase);
            return total;
        }
    }

    public static CoordinatedShutdown Get(ActorSystem sys) => sys.WithExtension<CoordinatedShutdown, CoordinatedShutdownExtension>();

    /// <summary>Adds a task to a phase that has not begun.</summary>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        if (!_settings.OrderedPhases.Contains(phase))
        {
            throw new ConfigurationException(
                $"Unknown phase [{phase}], known phases [{string.Join(",", _settings.OrderedPhases)}]. All phases (along with their " +
                "optional dependencies) must be defined in configuration, under 'akka.coordinated-shutdown.phases'.");
        }

        if (string.IsNullOrEmpty(taskName))
            throw new ArgumentException($"The task for phase [{phase}] has no name. Give it one for the log.", nameof(taskName));

        var added = new ShutdownTask(taskName, task);
        _tasks.AddOrUpdate(phase, [added], (_, tasks) => tasks.Add(added));
    }

    /// <summary>Runs the phases, from <paramref name="fromPhase"/> if it is given; later calls return the task of the first.</summary>
    public Task<Done> Run(Reason reason, string fromPhase = null)
    {
        if (Interlocked.CompareExchange(ref _reason, reason ?? UnknownReason.Instance, null) is null)
            _ = RunOnce(fromPhase);

        return _run.Task;
    }

    public TimeSpan Timeout(string phase) => _settings.Phases.TryGetValue(phase, out var settings)
        ? settings.Timeout
        : throw new ArgumentException(
            $"Unknown phase [{phase}]. All phases must be defined in configuration, under 'akka.coordinated-shutdown.phases'.",
            nameof(phase));

    private async Task RunOnce(string fromPhase)
    {
        await Task.Yield();
        try
        {
            _log.Debug("Performing coordinated shutdown with reason [{0}]", _reason.GetType().Name);
            var skipped = fromPhase is not null;
            foreach (var phase in _settings.OrderedPhases)
            {
                skipped &= phase != fromPhase;
                if (!skipped)
                    await RunPhase(phase).ConfigureAwait(false);
            }

            _run.TrySetResult(Done.Instance);
        }
        catch (Exception cause)
        {
            _run.TrySetException(cause);
        }
    }

    private async Task RunPhase(string phase)
    {
        if (!_tasks.TryGetValue(phase, out var tasks))
        {
            _log.Debug("Performing phase [{0}] with [0] tasks.", phase);
            return;
        }

        _log.Debug("Performing phase [{0}] with [{1}] tasks: [{2}]", phase, tasks.Count, string.Join(",", tasks.Select(task => task.Name)));
        var timeout = Timeout(phase);
        var recovers = _settings.Phases[phase].Recover;
        try
        {
            await Task.WhenAll(tasks.Select(task => RunTask(phase, task, recovers))).WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (TimeoutException) when (phase == PhaseActorSystemTerminate && System.WhenTerminated.IsCompleted)
        {
            // The system is gone; that a task is not, is of no consequence.
        }
        catch (TimeoutException cause)
        {
            var text = $"Coordinated shutdown phase [{phase}] timed out after {timeout}. " +
                $"Raise 'akka.coordinated-shutdown.phases.{phase}.timeout' if its tasks are only slow.";
            if (!recovers)
                throw new TimeoutException(text, cause);

            _log.Warning(text);
        }
    }

    private async Task RunTask(string phase, ShutdownTask task, bool recovers)
    {
        try
        {
            // On a thread of its own: a task that blocks must not keep the others, nor the timeout, from beginning.
            await Task.Run(task.Run).ConfigureAwait(false);
        }
        catch (Exception cause) when (recovers)
        {
            _log.Warning(cause, "Task [{0}] failed in phase [{1}]: {2}", task.Name, phase, cause.Message);
        }
    }

    private sealed record ShutdownTask(string Name, Func<Task<Done>> Run);
}
