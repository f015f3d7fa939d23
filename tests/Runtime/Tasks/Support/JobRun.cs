namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using System.Collections.Concurrent;
using System.Diagnostics;
using Akka.Actor;
using Akka.Flink.Operators;

/// <summary>A small job master for tests: says what the real one says, on the thread of the test.</summary>
internal sealed class JobRun : ICoordinatorHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestNode _node;
    private readonly BlockingCollection<object> _inbox = [];
    private readonly IActorRef _self;
    private readonly JobCheckpoint? _restore;
    private readonly List<SourceCoordinator> _coordinators = [];
    private readonly Dictionary<SubtaskId, SplitOutbox> _outboxes = [];
    private readonly HashSet<SplitRequested> _requests = [];
    private long _number;

    public JobRun(TestNode node, JobGraph graph, AttemptId attempt, JobCheckpoint? restore)
    {
        _node = node;
        _restore = restore;
        _number = restore?.Id.Number ?? 0;
        Graph = graph;
        Attempt = attempt;
        _self = node.System.ActorOf(Akka.Actor.Props.Create(() => new Inbox(_inbox)));
    }

    public JobGraph Graph { get; }

    public AttemptId Attempt { get; }

    public IActorRef Self => _self;

    public Dictionary<SubtaskId, IActorRef> Tasks { get; } = [];

    /// <summary>Everything that tasks have said, in order of arrival.</summary>
    public List<ITaskMessage> Heard { get; } = [];

    public IReadOnlyList<TaskFailure> Failures => [.. Heard.OfType<TaskFailed>().Select(failed => failed.Failure)];

    public IReadOnlyList<SubtaskId> Subtasks =>
        [.. Graph.Vertices.SelectMany(vertex => Enumerable.Range(0, vertex.Parallelism).Select(index => new SubtaskId(vertex.Id, index)))];

    /// <summary>Sends a reader what its enumerator has for it; by default, once and in turn.</summary>
    public Action<IActorRef, ISplitCommand>? SplitDelivery { get; set; }

    /// <summary>The region that starts a subtask; by default, that of the node.</summary>
    public Func<SubtaskId, IActorRef>? RegionOf { get; set; }

    /// <summary>What a reader has not said to have.</summary>
    public IReadOnlyList<ISplitCommand> UnansweredSplits(SubtaskId subtask) => [.. OutboxOf(subtask).Unanswered];

    /// <summary>The three phases, then the enumerators.</summary>
    public JobRun Start()
    {
        Deploy();
        Tell(new ConnectTask(Attempt, Tasks));
        Await<TaskConnected>(Subtasks.Count);
        Tell(new RunTask(Attempt));
        Await<TaskRunning>(Subtasks.Count);
        StartEnumerators();
        return this;
    }

    public void Deploy()
    {
        foreach (var subtask in Subtasks)
        {
            var slot = new SlotId("local", subtask.Index);
            var restore = _restore?.RestoreOf(Graph.Vertices[subtask.Vertex], subtask.Index);
            var region = RegionOf?.Invoke(subtask) ?? _node.Region;
            region.Tell(new TaskEnvelope(slot, subtask, new DeployTask(Attempt, subtask, slot, restore)), _self);
        }

        Await<TaskDeployed>(Subtasks.Count);
    }

    /// <summary>Waits until all inputs have ended, and finishes the tasks.</summary>
    public void RunToEnd()
    {
        AwaitEnd();
        Finish(commits: true);
    }

    public void AwaitEnd() => Await<TaskEnded>(Subtasks.Count);

    public void Finish(bool commits)
    {
        Tell(new FinishTask(Attempt, commits));
        Await<TaskStopped>(Subtasks.Count);
    }

    public void Cancel()
    {
        Tell(new CancelTask(Attempt));
        Await<TaskStopped>(Subtasks.Count);
    }

    /// <summary>Takes a checkpoint and has it committed.</summary>
    public JobCheckpoint TakeCheckpoint(CheckpointKind kind = CheckpointKind.Periodic, bool isBase = false)
    {
        var checkpoint = Trigger(kind, isBase).Await();
        Commit(checkpoint);
        return checkpoint;
    }

    public void Commit(JobCheckpoint checkpoint)
    {
        Tell(new NotifyCheckpointComplete(Attempt, checkpoint.Id.Number));
        Until(() => Heard.OfType<CheckpointCommitted>().Count(each => each.Number == checkpoint.Id.Number) == Subtasks.Count);
    }

    /// <summary>Begins a checkpoint.</summary>
    public PendingCheckpoint Trigger(CheckpointKind kind = CheckpointKind.Periodic, bool isBase = false)
    {
        var number = ++_number;
        var enumerators = _coordinators.ToDictionary(each => each.Node.Uid, each => each.Snapshot(number));
        foreach (var subtask in Subtasks.Where(each => Graph.Vertices[each.Vertex].Nodes[0].Inputs.Count == 0))
            Tasks[subtask].Tell(TriggerOf(subtask, number, kind, isBase), _self);
        return new PendingCheckpoint(this, number, enumerators);
    }

    public TriggerCheckpoint TriggerOf(
        SubtaskId subtask, long number, CheckpointKind kind = CheckpointKind.Periodic, bool isBase = false) =>
        new(Attempt, number, kind, isBase, OutboxOf(subtask).Sent);

    public void Abort(long number) => Tell(new NotifyCheckpointAborted(Attempt, number));

    public void Tell(object command)
    {
        foreach (var task in Tasks.Values)
            task.Tell(command, _self);
    }

    /// <summary>Waits for so many messages of a type.</summary>
    public void Await<T>(int count)
        where T : ITaskMessage =>
        Until(() => Heard.OfType<T>().Count() >= count || (typeof(T) != typeof(TaskStopped) && Failures.Count > 0));

    /// <summary>Takes what tasks say until a condition holds.</summary>
    public void Until(Func<bool> condition, TimeSpan? patience = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (_inbox.TryTake(out var message, TimeSpan.FromMilliseconds(5)))
                Take(message);
            if (Stopwatch.GetElapsedTime(started) > (patience ?? Patience))
                Assert.Fail($"Waited in vain. Heard: {string.Join("; ", Heard.TakeLast(20))}");
        }
    }

    public Task<T> Begin<T>(Func<Task<T>> call) => Task.Run(call);

    public void Post(Action action) => _inbox.Add(action);

    public void Schedule(TimeSpan delay, Action action) => _node.System.Scheduler.Advanced.ScheduleOnce(delay, () => Post(action));

    public void ThrowIfFailed() => Assert.Empty(Failures.Select(failure => failure.Message));

    private void StartEnumerators()
    {
        foreach (var vertex in Graph.Vertices)
        {
            var node = vertex.Nodes[0];
            if (node.CreateCoordinator(this) is not { } coordinator)
                continue;

            for (var index = 0; index < vertex.Parallelism; index++)
                coordinator.Attach(new Outlet(this, node.Uid, new SubtaskId(vertex.Id, index)));
            if (_restore?.Enumerators.TryGetValue(node.Uid, out var state) == true)
                coordinator.Restore(state);
            _coordinators.Add(coordinator);
        }

        foreach (var coordinator in _coordinators)
            coordinator.Start();
    }

    private void Take(object message)
    {
        switch (message)
        {
            case Action action:
                action();
                return;
            case TaskDeployed deployed:
                Tasks[deployed.Subtask] = deployed.Task;
                break;
            case SplitRequested requested when _requests.Add(requested):
                _coordinators.Single(each => each.Node.Uid == requested.Uid).HandleSplitRequest(requested.Subtask.Index);
                break;
            case SplitsReceived received:
                _outboxes[received.Subtask] = _outboxes[received.Subtask].Answer(received.Sequence);
                break;
        }

        if (message is SourceEventSent sent)
            _coordinators.Single(each => each.Node.Uid == sent.Uid).HandleSourceEvent(sent.Subtask, sent.Data);
        Heard.Add((ITaskMessage)message);
    }

    private SplitOutbox OutboxOf(SubtaskId subtask) => _outboxes.GetValueOrDefault(subtask, SplitOutbox.Empty);

    private void Assign(SubtaskId subtask, string uid, IReadOnlyList<ReadOnlyMemory<byte>>? splits) => Send(
        subtask, number => splits is null ? new NoMoreSplits(Attempt, uid, number) : new AssignSplits(Attempt, uid, number, splits));

    private void Send(SubtaskId subtask, Func<long, ISplitCommand> make)
    {
        _outboxes[subtask] = OutboxOf(subtask).Add(make, out var command);
        if (SplitDelivery is { } deliver)
            deliver(Tasks[subtask], command);
        else
            Tasks[subtask].Tell(command, _self);
    }

    private sealed class Outlet(JobRun run, string uid, SubtaskId subtask) : ISplitOutlet
    {
        public void AssignSplits(IReadOnlyList<ReadOnlyMemory<byte>> splits) => run.Assign(subtask, uid, splits);

        public void SendSourceEvent(ReadOnlyMemory<byte> data) =>
            run.Send(subtask, number => new SourceEventToReader(run.Attempt, uid, number, data));

        public void SetMaxWatermark(long watermarkMs) =>
            run.Send(subtask, number => new AlignWatermark(run.Attempt, uid, number, watermarkMs));

        public void SignalNoMoreSplits() => run.Assign(subtask, uid, null);
    }

    private sealed class Inbox : UntypedActor
    {
        private readonly BlockingCollection<object> _messages;

        public Inbox(BlockingCollection<object> messages) => _messages = messages;

        protected override void OnReceive(object message) => _messages.Add(message);
    }
}
