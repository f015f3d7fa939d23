namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;

/// <summary>The tasks of a node: starts one when it is to be deployed, and stops those of older attempts of the same job.</summary>
/// <remarks>Does on one node what a shard region does in a cluster: whoever sends an envelope does not know whether the task is there. Only
/// the deployment goes through it; then tasks are talked to directly.</remarks>
internal sealed class TaskRegion : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly NodeServices _services;
    private readonly Dictionary<(AttemptId Attempt, SubtaskId Subtask), IActorRef> _tasks = [];
    private readonly Dictionary<JobId, (int Attempt, HashSet<SubtaskId> Subtasks)> _started = [];   // of the last attempt of each job

    public TaskRegion(NodeServices services)
    {
        _services = services;
        Receive<TaskEnvelope>(Deliver);
        Receive<Terminated>(Forget);
    }

    /// <summary>The region of a node.</summary>
    /// <param name="services">What the actors of the node share.</param>
    public static Props Props(NodeServices services) => Akka.Actor.Props.Create(() => new TaskRegion(services));

    // A task that throws outside of its own care is lost with its attempt: its job master hears of it, or misses it.
    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    private void Deliver(TaskEnvelope envelope)
    {
        var key = (envelope.Message.Attempt, envelope.Subtask);
        if (envelope.Message is DeployTask && IsNew(key.Attempt, key.Subtask))
            Start(key);
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

    private void Start((AttemptId Attempt, SubtaskId Subtask) key)
    {
        foreach (var ((attempt, _), older) in _tasks)
        {
            if (attempt.Job == key.Attempt.Job && attempt.Number < key.Attempt.Number)
                older.Tell(new CancelTask(attempt));
        }

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
}
