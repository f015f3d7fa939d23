namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;
using static JobEffects;

/// <summary>Runs one job: carries messages to <see cref="JobProtocol"/>, does what it says, and hosts the enumerators of its
/// sources.</summary>
/// <remarks>
/// <para>It has a thread of its own (<see cref="Dispatcher"/>), because enumerators are users' code. What they throw fails the
/// attempt.</para>
/// <para>Nothing here outlives the process: what does is recorded by the job manager, which this asks and waits for.</para>
/// </remarks>
internal sealed partial class JobMasterActor : ReceiveActor
{
    /// <summary>The dispatcher: a thread for each job.</summary>
    public const string Dispatcher = "akka.flink.job-master-dispatcher";

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly JobSubmission _submission;
    private readonly NodeServices _services;
    private readonly IActorRef _region;
    private readonly IActorRef _manager;
    private readonly IActorRef _self;
    private readonly ITimer _deadline;
    private readonly HashSet<IActorRef> _observers = [];
    private readonly Dictionary<SubtaskId, IActorRef> _tasks = [];
    private readonly DateTimeOffset _startedAt;
    private JobState _state;

    public JobMasterActor(JobSubmission submission, NodeServices services, IActorRef region, IActorRef manager, MasterStart? start)
    {
        (_submission, _services, _region, _manager, _start) = (submission, services, region, manager, start);
        _self = Self;
        _startedAt = services.Clock.GetUtcNow();
        _planning = new CapturedJob(submission.Graph, submission.Settings);
        _graph = submission.Graph;
        _fingerprint = GraphFingerprint.Of(_graph);
        _deadline = services.Clock.CreateTimer(
            static self => ((IActorRef)self!).Tell(new JobInputs.Tick(), ActorRefs.NoSender), _self, Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        _since = _startedAt;
        _state = StateOf(submission, start, _startedAt.Ticks);
        KeepRestores(start?.Record.Restores ?? []);
        if (start is { Record.Attempt: > 0 })
            _cause = "another job manager leads, or the job was submitted again";

        Receive<PlanMade>(OnPlanMade);
        Receive<JobMasterProtocol.Describe>(_ => Sender.Tell(new ClusterProtocol.JobDescribed(Describe())));
        Receive<JobMasterProtocol.Observe>(observe => AddObserver(observe.Observer));
        Receive<SourceEventSent>(sent => Guard(() => OnSourceEvent(sent)));
        Receive<WatermarkReported>(OnWatermarkReported);
        Receive<TasksSampled>(OnSampled);
        Receive<TaskDeployed>(OnDeployed);
        Receive<TaskTerminated>(gone => Take(new JobInputs.TaskGone(gone.Attempt, gone.Subtask)));
        Receive<MasterCoordinatorHost.Posted>(OnPosted);
        Receive<JobMasterProtocol.TakeSavepoint>(OnTakeSavepoint);
        Receive<SavepointPlaced>(OnPlaced);
        Receive<ManifestWritten>(OnManifest);
        ReceiveAny(Take);
    }

    /// <summary>The master of a job.</summary>
    /// <param name="submission">The job.</param>
    /// <param name="services">What the actors of the node share.</param>
    /// <param name="region">Where tasks are deployed.</param>
    /// <param name="manager">Who records.</param>
    /// <param name="start">What it begins with in a cluster; null in a process of its own.</param>
    public static Props Props(
        JobSubmission submission, NodeServices services, IActorRef region, IActorRef manager, MasterStart? start = null) =>
        Akka.Actor.Props.Create(() => new JobMasterActor(submission, services, region, manager, start)).WithDispatcher(Dispatcher);

    private DateTimeOffset Now => _services.Clock.GetUtcNow();

    /// <inheritdoc/>
    protected override void PreStart() => Take(new JobInputs.Start());

    /// <inheritdoc/>
    protected override void PostStop()
    {
        _deadline.Dispose();
        _ending.Cancel();
        Guard(StopEnumerators);
    }

    private void Take(object message)
    {
        var nowMs = Now.ToUnixTimeMilliseconds();
        var step = JobProtocol.Step(_state, message, nowMs);
        _state = step.State;
        foreach (var effect in step.Effects)
            Run(effect);
        SetDeadline(nowMs);
        if (_isInStep)
            return;   // an enumerator has assigned splits as an effect of another step, which goes on

        if (_failure is { } failure)
            FailAttempt(failure);
        if (_state.Phase == JobPhase.Ended)
            Leave();
    }

    private void FailAttempt(Exception cause)
    {
        _failure = null;
        if (cause is not FlinkException { Domain: ErrorDomain.Definition })   // what the failed attempt says is enough
            _log.Warning(cause, "Attempt [{0}] fails in its master.", _state.AttemptId);
        var isDeployed = _isDeployed;
        var attempt = _state.AttemptId;
        Take(new JobInputs.MasterFailed(attempt.Number, JobErrors.MasterFailed(attempt.Job, cause)));
        if (isDeployed)
            return;

        foreach (var planned in _state.Plan.Subtasks)
            Take(new JobInputs.TaskGone(attempt, planned.Subtask));   // they never were
    }

    private void SetDeadline(long nowMs)
    {
        var atMs = _state.NextDeadlineMs;
        _deadline.Change(
            atMs == long.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Clamp(atMs - nowMs, 1, int.MaxValue)),
            Timeout.InfiniteTimeSpan);
    }

    private void OnDeployed(TaskDeployed deployed)
    {
        if (deployed.Attempt != _state.AttemptId)
            return;

        if (deployed.GraphFingerprint != _fingerprint)
            FailAttempt(JobErrors.OtherGraph(deployed.Subtask, _fingerprint, deployed.GraphFingerprint));
        if (_tasks.TryAdd(deployed.Subtask, deployed.Task))
            Context.WatchWith(deployed.Task, new TaskTerminated(deployed.Attempt, deployed.Subtask));
        Take(deployed);
    }

    private void OnSourceEvent(SourceEventSent sent)
    {
        if (sent.Attempt == _state.AttemptId)
            _enumerators?.Handle(sent);
    }

    private void OnWatermarkReported(WatermarkReported report)
    {
        if (report.Attempt == _state.AttemptId)
            _enumerators?.Handle(report);
    }

    private void OnPosted(MasterCoordinatorHost.Posted posted)
    {
        if (posted.Attempt == _state.Attempt && _enumerators is not null)
            Guard(posted.Action);
    }

    // Users' code: what it throws fails the attempt, behind what is being done.
    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception cause)
        {
            _failure ??= cause;
        }

        if (_failure is { } failure && !_isInStep)
            FailAttempt(failure);
    }

    private void AddObserver(IActorRef observer)
    {
        if (_observers.Add(observer))
            observer.Tell(new StatusChanged(_state.Job, Now, _state.Status, null));
    }

    private void Publish(JobEvent happened)
    {
        foreach (var observer in _observers)
            observer.Tell(happened);
    }

    private void OnSampled(TasksSampled sampled)
    {
        if (sampled.Attempt != _state.AttemptId)
            return;

        _samples = Merge(sampled.Tasks);
        Publish(new JobReport(_state.Job, Now, _samples, _lastCheckpoint));
    }

    private void Leave()
    {
        var outcome = new JobOutcome(
            _state.Status, _lastCompleted, _state.Status == JobStatus.Failed ? _state.Failure : null, Now - _startedAt, _samples);
        Publish(new StatusChanged(_state.Job, Now, _state.Status, _endReason));
        foreach (var observer in _observers)
            observer.Tell(new JobManagerProtocol.Ended(outcome));
        Context.Stop(_self);
    }

    private sealed record TaskTerminated(AttemptId Attempt, SubtaskId Subtask);
}
