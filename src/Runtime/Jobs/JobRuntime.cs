namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Configuration;

/// <summary>The runtime of a process: runs jobs on an actor system.</summary>
/// <remarks><para><b>Threads.</b> Any. It ends with the actor system.</para></remarks>
internal sealed class JobRuntime
{
    private static readonly string[] NeededKeys =
    [
        JobMasterActor.Dispatcher,
        TaskActor.Dispatcher,
        "akka.actor.serializers.akka-flink-control",
        "akka.actor.serializers.akka-flink-wire",
    ];

    private readonly ActorSystem _system;
    private readonly NodeServices _services;
    private readonly IActorRef _manager;

    private JobRuntime(ActorSystem system, NodeServices services, IActorRef manager) =>
        (_system, _services, _manager) = (system, services, manager);

    /// <summary>What the runtime needs of the actor system's configuration, with the least preference: dispatchers and
    /// serializers.</summary>
    public static Config DefaultConfiguration { get; } = ConfigurationFactory.ParseString(
        """
        akka.flink {
          # One thread for each job's master, because enumerators of sources are users' code.
          job-master-dispatcher {
            type = PinnedDispatcher
          }
          # As many threads as the node has slots; users' functions run on no others.
          task-dispatcher {
            type = ForkJoinDispatcher
            throughput = 5
            dedicated-thread-pool {
              thread-count = 2
              threadtype = background
            }
          }
        }
        akka.actor {
          serializers.akka-flink-control = "Akka.Flink.Runtime.ControlSerializer, Akka.Flink.Runtime"
          serialization-bindings {
            "Akka.Flink.Runtime.ControlEvents+IControlEvent, Akka.Flink.Runtime" = akka-flink-control
          }
        }
        """).WithFallback(RuntimeMessageSerializer.DefaultConfig);

    /// <summary>Starts the actors of a node that runs jobs by itself.</summary>
    /// <param name="system">The actor system; its configuration falls back to <see cref="DefaultConfiguration"/>.</param>
    /// <param name="services">What the actors share.</param>
    /// <param name="settings">How the job manager keeps its journal; null for the defaults.</param>
    /// <returns>The runtime; jobs may be submitted at once.</returns>
    /// <exception cref="JobException">The configuration lacks <see cref="DefaultConfiguration"/>.</exception>
    public static JobRuntime Start(ActorSystem system, NodeServices services, JobManagerSettings? settings = null)
    {
        CheckConfiguration(system);
        var region = system.ActorOf(TaskRegion.Props(services), "flink-tasks");
        system.ActorOf(NodeAgent.Props(services), "flink-node");
        var manager = system.ActorOf(JobManagerActor.Props(services, region, settings ?? new JobManagerSettings()), "flink-jobs");
        return new JobRuntime(system, services, manager);
    }

    /// <summary>Sees that the actor system has what the runtime needs.</summary>
    /// <param name="system">The actor system.</param>
    /// <exception cref="JobException">The configuration lacks <see cref="DefaultConfiguration"/>.</exception>
    public static void CheckConfiguration(ActorSystem system)
    {
        foreach (var key in NeededKeys)
        {
            if (!system.Settings.Config.HasPath(key))
                throw JobErrors.ConfigurationMissing(key);
        }
    }

    /// <summary>Runs a job, or goes on with it: one that is known and has not finished resumes from its last completed
    /// checkpoint.</summary>
    /// <param name="submission">The job.</param>
    /// <returns>Ends when the job manager has accepted it.</returns>
    /// <exception cref="FlinkException">The job has finished before and is not to run anew, or the control journal cannot be
    /// used.</exception>
    public async Task<IJobClient> SubmitAsync(JobSubmission submission)
    {
        var accepted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<JobOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = _system.ActorOf(JobClientActor.Props(submission, _manager, _services.Clock, accepted, ended));
        await accepted.Task.ConfigureAwait(false);
        return new JobClient(submission.JobId, client, ended.Task);
    }

    /// <summary>Waits until segments that nobody needs any more are deleted, so that the node may end and leave none behind.</summary>
    /// <param name="patience">How long to wait at most; what is not deleted by then stays until the job starts again.</param>
    /// <returns>Whether all are deleted.</returns>
    public async Task<bool> DrainAsync(TimeSpan patience)
    {
        try
        {
            await _manager.Ask<JobManagerProtocol.Drained>(new JobManagerProtocol.Drain(), patience).ConfigureAwait(false);
            return true;
        }
        catch (AskTimeoutException)
        {
            return false;
        }
    }
}
