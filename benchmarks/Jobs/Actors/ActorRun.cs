namespace Akka.Flink.Jobs.Actors;

using System.Collections.Concurrent;
using System.Diagnostics;
using Akka.Actor;
using Akka.Flink.Operators;
using Akka.Flink.Runtime;

/// <summary>Runs one job on tasks: says what a job master says, and takes checkpoints at an interval.</summary>
/// <param name="node">Where.</param>
/// <param name="graph">The job.</param>
/// <param name="attempt">The attempt.</param>
/// <param name="interval">Between two checkpoints; null for none.</param>
internal sealed class ActorRun(ActorNode node, JobGraph graph, AttemptId attempt, TimeSpan? interval) : ICoordinatorHost
{
    private readonly BlockingCollection<object> _inbox = [];
    private readonly Dictionary<SubtaskId, IActorRef> _tasks = [];
    private readonly List<SourceCoordinator> _coordinators = [];
    private readonly Dictionary<SubtaskId, SplitOutbox> _outboxes = [];
    private IActorRef _self = ActorRefs.Nobody;
    private int _count;
    private long _number;

    /// <summary>How many checkpoints completed.</summary>
    public long Checkpoints { get; private set; }

    /// <summary>Runs the job to its end.</summary>
    public void Run()
    {
        _self = node.System.ActorOf(Props.Create(() => new Inbox(_inbox)));
        foreach (var vertex in graph.Vertices)
        {
            for (var index = 0; index < vertex.Parallelism; index++)
                Deploy(new SubtaskId(vertex.Id, index));
        }

        _count = graph.Vertices.Sum(vertex => vertex.Parallelism);
        Collect<TaskDeployed>(deployed => _tasks[deployed.Subtask] = deployed.Task);
        Tell(new ConnectTask(attempt, _tasks));
        Collect<TaskConnected>(_ => { });
        Tell(new RunTask(attempt));
        Collect<TaskRunning>(_ => { });
        StartEnumerators();
        AwaitEnd();
        Tell(new FinishTask(attempt, CommitWithoutCheckpoint: true));
        Collect<TaskStopped>(_ => { });
        node.System.Stop(_self);
    }

    public Task<T> Begin<T>(Func<Task<T>> call) => call();

    public void Post(Action action) => _inbox.Add(action);

    public void Schedule(TimeSpan delay, Action action) => throw new NotSupportedException("No source of a benchmark calls again.");

    private void Deploy(SubtaskId subtask)
    {
        var slot = new SlotId("local", subtask.Index);
        node.Region.Tell(new TaskEnvelope(slot, subtask, new DeployTask(attempt, subtask, slot, null)), _self);
    }

    private void AwaitEnd()
    {
        var ended = 0;
        var acknowledged = 0;
        var triggered = Stopwatch.GetTimestamp();
        var isPending = false;
        while (ended < _count)
        {
            var isDue = interval is { } every && !isPending && Stopwatch.GetElapsedTime(triggered) >= every;
            if (isDue)
            {
                (triggered, isPending, acknowledged) = (Stopwatch.GetTimestamp(), true, 0);
                Trigger();
            }

            if (!_inbox.TryTake(out var message, TimeSpan.FromMilliseconds(10)))
                continue;

            ended += Take(message) is TaskEnded ? 1 : 0;
            acknowledged += message is CheckpointAcknowledged ? 1 : 0;
            if (!isPending || acknowledged < _count)
                continue;

            isPending = false;
            Checkpoints++;
            Tell(new NotifyCheckpointComplete(attempt, _number));
        }
    }

    private void Trigger()
    {
        _number++;
        foreach (var coordinator in _coordinators)
            coordinator.Snapshot(_number);
        foreach (var (subtask, task) in _tasks)
        {
            if (graph.Vertices[subtask.Vertex].Nodes[0].Inputs.Count == 0)
                task.Tell(new TriggerCheckpoint(attempt, _number, CheckpointKind.Periodic, IsBase: false, OutboxOf(subtask).Sent), _self);
        }
    }

    private void Collect<T>(Action<T> take)
    {
        for (var i = 0; i < _count;)
        {
            if (Take(_inbox.Take()) is not T expected)
                continue;

            take(expected);
            i++;
        }
    }

    private object Take(object message)
    {
        if (message is TaskFailed failed)
            throw new InvalidOperationException(failed.Failure.Details);
        if (message is Action action)
            action();
        return message;
    }

    private void Tell(object command)
    {
        foreach (var task in _tasks.Values)
            task.Tell(command, _self);
    }

    private void StartEnumerators()
    {
        foreach (var vertex in graph.Vertices)
        {
            if (vertex.Nodes[0].CreateCoordinator(this) is not { } coordinator)
                continue;

            for (var index = 0; index < vertex.Parallelism; index++)
                coordinator.Attach(new Outlet(this, vertex.Nodes[0].Uid, new SubtaskId(vertex.Id, index)));
            _coordinators.Add(coordinator);
        }

        foreach (var coordinator in _coordinators)
            coordinator.Start();
    }

    private SplitOutbox OutboxOf(SubtaskId subtask) => _outboxes.GetValueOrDefault(subtask, SplitOutbox.Empty);

    // Nothing is lost in one process: what is answered need not be known.
    private void Assign(SubtaskId subtask, string uid, IReadOnlyList<ReadOnlyMemory<byte>>? splits)
    {
        _outboxes[subtask] = OutboxOf(subtask).Assign(attempt, uid, splits, out var command);
        _tasks[subtask].Tell(command, _self);
    }

    private sealed class Outlet(ActorRun run, string uid, SubtaskId subtask) : ISplitOutlet
    {
        public void AssignSplits(IReadOnlyList<ReadOnlyMemory<byte>> splits) => run.Assign(subtask, uid, splits);

        public void SignalNoMoreSplits() => run.Assign(subtask, uid, null);
    }

    private sealed class Inbox : UntypedActor
    {
        private readonly BlockingCollection<object> _messages;

        public Inbox(BlockingCollection<object> messages) => _messages = messages;

        protected override void OnReceive(object message) => _messages.Add(message);
    }
}
