namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;

/// <summary>The tasks of a slot, or of a whole node that is not in a cluster: starts one when it is to be deployed, and stops those of
/// older attempts of the same job.</summary>
/// <remarks>In a cluster it is the entity of a slot: whoever sends an envelope does not know whether the task is there. Only the deployment
/// goes through it; then tasks are talked to directly. What a task is made of is brought up first, beside the actor's thread.</remarks>
internal sealed class TaskRegion : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly NodeServices _services;
    private readonly Dictionary<(AttemptId Attempt, SubtaskId Subtask), IActorRef> _tasks = [];
    private readonly Dictionary<(AttemptId Attempt, SubtaskId Subtask), (DeployTask Deploy, IActorRef Master)> _captures = [];
    private readonly Dictionary<JobId, (int Attempt, HashSet<SubtaskId> Subtasks)> _started = [];   // of the last attempt of each job
    private readonly CancellationTokenSource _ending = new();

    public TaskRegion(NodeServices services)
    {
        _services = services;
        Receive<TaskEnvelope>(Deliver);
        Receive<AttemptBegins>(begins => StopOlder(begins.Attempt));
        Receive<Captured>(OnCaptured);
        Receive<Terminated>(Forget);
    }

    /// <summary>The region of a node, or of a slot.</summary>
    /// <param name="services">What the actors of the node share.</param>
    public static Props Props(NodeServices services) => Akka.Actor.Props.Create(() => new TaskRegion(services));

    /// <inheritdoc/>
    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(AttemptBegins));

    /// <inheritdoc/>
    protected override void PostStop()
    {
        Context.System.EventStream.Unsubscribe(Self);
        _ending.Cancel();
    }

    // A task that throws outside of its own care is lost with its attempt: its job master hears of it, or misses it.
    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    private void Deliver(TaskEnvelope envelope)
    {
        var key = (envelope.Message.Attempt, envelope.Subtask);
        if (envelope.Message is DeployTask deploy && IsNew(key.Attempt, key.Subtask))
        {
            Context.System.EventStream.Publish(new AttemptBegins(key.Attempt));
            StopOlder(key.Attempt);
            if (!IsReady(deploy, key))
                return;

            Start(key);
        }

        if (_captures.ContainsKey(key) && envelope.Message is not CancelTask)
            return;

        _captures.Remove(key);
        if (_tasks.TryGetValue(key, out var task))
            task.Forward(envelope.Message);
        else if (envelope.Message is CancelTask or DeployTask)
            Sender.Tell(new TaskStopped(key.Attempt, key.Subtask));   // it is gone, or never was
        else
            _log.Debug(
                "There is no subtask [{0}] of attempt [{1}] for a [{2}].", key.Subtask, key.Attempt, envelope.Message.GetType().Name);
    }

    // A job master repeats what is not answered. A task that has ended meanwhile is never started in place: its attempt is over.
    private bool IsNew(AttemptId attempt, SubtaskId subtask)
    {
        if (!_started.TryGetValue(attempt.Job, out var started) || started.Attempt < attempt.Number)
            _started[attempt.Job] = started = (attempt.Number, []);
        return started.Attempt == attempt.Number && started.Subtasks.Add(subtask);
    }

    // Whether the graph is there; if not, its program is asked for it.
    private bool IsReady(DeployTask deploy, (AttemptId, SubtaskId) key)
    {
        if (deploy.Program is not { } program || _services.Jobs.TryGet(deploy.Attempt, out _, out _))
            return true;

        _captures[key] = (deploy, Sender);
        if (_services.Programs is not { } programs)
        {
            Self.Tell(new Captured(deploy.Attempt, deploy.Subtask, null, ClusterErrors.NoPrograms(deploy.Attempt.Job)));
            return false;
        }

        programs.CaptureAsync(program, deploy.Parallelism, _ending.Token).PipeTo(
            Self,
            success: captured => new Captured(deploy.Attempt, deploy.Subtask, captured, null),
            failure: cause => new Captured(deploy.Attempt, deploy.Subtask, null, cause));
        return false;
    }

    private void OnCaptured(Captured captured)
    {
        var key = (captured.Attempt, captured.Subtask);
        if (!_captures.Remove(key, out var waiting))
            return;   // canceled meanwhile

        if (captured.Job is { } job)
        {
            _services.Jobs.Put(captured.Attempt, job);
            Start(key);
            _tasks[key].Tell(waiting.Deploy, waiting.Master);
            return;
        }

        _log.Warning(captured.Failure!, "Subtask [{0}] of attempt [{1}] cannot be made.", captured.Subtask, captured.Attempt);
        var failure = ClusterErrors.CannotCapture(captured.Attempt.Job, captured.Failure!);
        waiting.Master.Tell(new TaskFailed(captured.Attempt, captured.Subtask, failure));
        waiting.Master.Tell(new TaskStopped(captured.Attempt, captured.Subtask));
    }

    private void StopOlder(AttemptId newer)
    {
        foreach (var ((attempt, _), older) in _tasks)
        {
            if (attempt.Job == newer.Job && attempt.Number < newer.Number)
                older.Tell(new CancelTask(attempt));
        }

        foreach (var key in _captures.Keys.Where(key => key.Attempt.Job == newer.Job && key.Attempt.Number < newer.Number).ToList())
            _captures.Remove(key);
    }

    private void Start((AttemptId Attempt, SubtaskId Subtask) key)
    {
        var name = $"{SegmentNames.PrefixOf(key.Attempt.Job)}{key.Attempt.Number}-{key.Subtask.Vertex}-{key.Subtask.Index}";
        _tasks.Add(key, Context.Watch(Context.ActorOf(TaskActor.Props(_services), name)));
    }

    private void Forget(Terminated terminated)
    {
        foreach (var (key, task) in _tasks)
        {
            if (!task.Equals(terminated.ActorRef))
                continue;

            _tasks.Remove(key);
            return;
        }
    }

    // To the other slots of the node: tasks of older attempts of the job are of the past.
    private sealed record AttemptBegins(AttemptId Attempt);

    private sealed record Captured(AttemptId Attempt, SubtaskId Subtask, CapturedJob? Job, Exception? Failure);
}
