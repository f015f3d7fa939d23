namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

using System.Collections.Immutable;
using static JobEffects;

/// <summary>The master of the job: runs the effects of the job protocol, and the enumerator.</summary>
internal sealed class MasterNode
{
    private const string Source = "source";

    private readonly World _world;
    private readonly ManagerNode _manager;
    private readonly Dictionary<SubtaskId, TaskNode> _tasks = [];
    private IReadOnlyDictionary<SubtaskId, TaskRestore>? _restore;
    private Queue<int>? _splits;          // those that are not assigned; null while the enumerator does not run
    private ReadOnlyMemory<byte>? _enumeratorAtStart;
    private ReadOnlyMemory<byte> _enumeratorAtCheckpoint;
    private readonly Queue<int> _requests = new();
    private long _wakeUpMs = long.MaxValue;
    private readonly int[] _parallelisms;   // what the program says, by vertex
    private bool _isAlive = true;

    public MasterNode(World world, ManagerNode manager, JobRecord record, MasterOffer? offer)
    {
        _world = world;
        _manager = manager;
        Node = world.NewNode();
        _parallelisms = [.. Enumerable.Range(0, 3).Select(_ => world.Scenario.Parallelism())];
        State = new JobState(World.Job, world.Scenario.Settings, world.Scenario.Seed) { Attempt = record.Attempt };
        if (offer is not null)
        {
            State = State with
            {
                Order = record.Order, Scheduler = world.Scenario.Scheduler, Nodes = offer.Nodes,
                NodesSinceMs = offer.SinceMs,
            };
        }

        Take(new JobInputs.Start());
    }

    public int Node { get; }

    public long Term => _manager.Term;

    public JobState State { get; private set; }

    public void Crash() => _isAlive = false;

    public void Take(object message)
    {
        if (!_isAlive || State.Phase == JobPhase.Ended)
            return;

        var before = State;
        var step = _world.Steps.Job(before, message, _world.NowMs);
        var attempt = message is JobInputs.TaskGone gone ? gone.Attempt : (message as ITaskMessage)?.Attempt ?? before.AttemptId;
        if (attempt != before.AttemptId)
        {
            _world.Require(ReferenceEquals(step.State, before) && step.Effects.Count == 0, Invariants.OldAttempts,
                $"{message.GetType().Name} of attempt {attempt} did something in attempt {before.Attempt}");
        }

        if (before.IsMoving && step.State is { Phase: JobPhase.Canceling, WillRestart: true, Failure: var failure }
            && ReferenceEquals(failure, before.Failure))
            _world.Reads.Move(before.Attempt);
        State = step.State;
        foreach (var effect in step.Effects)
            Run(effect);
        Schedule();
    }

    public void OnGone(TaskNode task) => Take(new JobInputs.TaskGone(task.Attempt, task.Subtask));

    public void OnDeployed(TaskNode task)
    {
        if (task.Attempt == State.AttemptId)
            _tasks[task.Subtask] = task;
    }

    private void Schedule()
    {
        var at = State.NextDeadlineMs;
        if (at >= _wakeUpMs && _wakeUpMs > _world.NowMs || at == long.MaxValue)
            return;

        _wakeUpMs = at;
        _world.At(at, () =>
        {
            if (_world.NowMs < _wakeUpMs)
                return;

            _wakeUpMs = long.MaxValue;
            Take(new JobInputs.Tick());
        });
    }

    private void Run(IEffect effect)
    {
        _world.Trace($"master {Term}", effect);
        switch (effect)
        {
            case MakePlan make:
                _world.After(_world.Scenario.Random.Next(0, 300), () => Take(Plan(make)));
                break;
            case ReleaseSlots:
                _manager.Release();
                break;
            case BeginAttempt begin:
                _manager.Begin(begin.Plan);
                break;
            case PrepareRestore prepare:
                Prepare(prepare);
                break;
            case Deploy deploy:
                Tell(deploy.Subtask, MakeDeploy(deploy.Subtask));
                break;
            case Connect connect:
                Tell(connect.Subtask, new ConnectTask(State.AttemptId, new Dictionary<SubtaskId, Akka.Actor.IActorRef>()));
                break;
            case Tell tell:
                Tell(tell.Subtask, tell.Message);
                break;
            case Trigger trigger:
                Tell(trigger.Subtask, JobProtocol.MessageOf(State, trigger));
                break;
            case Complete complete:
                _manager.Take(new LedgerInputs.CompleteCheckpoint(
                    World.Job, complete.Checkpoint with { Enumerators = [new EnumeratorState(Source, _enumeratorAtCheckpoint)] },
                    _world.Scenario.Retained, complete.Left));
                break;
            case End end:
                _manager.Take(new LedgerInputs.EndJob(World.Job, State.Attempt, end.Status, end.Reason, []));
                break;
            default:
                RunEnumerator(effect);
                break;
        }
    }

    private object Plan(MakePlan make)
    {
        var slots = make.Nodes is { } nodes
            ? Placement.InTurn(nodes)
            : [.. Enumerable.Range(0, Scenario.KeyGroups).Select(number => new SlotId("local", number))];
        var parallelisms = Enumerable.Range(0, 3).Select(vertex => ParallelismOf(make, vertex, slots.Length)).ToArray();
        if (parallelisms.Max() > slots.Length)
            return new JobInputs.NoSlots(make.Request, parallelisms.Max(), slots.Length);

        var subtasks = ImmutableArray.CreateBuilder<PlannedSubtask>();
        for (var vertex = 0; vertex < 3; vertex++)
        {
            for (var i = 0; i < parallelisms[vertex]; i++)
                subtasks.Add(new PlannedSubtask(new SubtaskId(vertex, i), slots[i], vertex == 0));
        }

        return new JobInputs.Planned(make.Request, new JobPlan(subtasks.ToImmutable()));
    }

    private int ParallelismOf(MakePlan make, int vertex, int slots)
    {
        if (make.Nodes is not null && _world.Scenario.Scheduler.Mode == SchedulerMode.Reactive)
            return Math.Clamp(slots, 1, Scenario.KeyGroups);
        return make.Order.ByUid.TryGetValue(TaskNode.UidOf(vertex), out var own) ? own : make.Order.All ?? _parallelisms[vertex];
    }

    private void RunEnumerator(IEffect effect)
    {
        switch (effect)
        {
            case StartEnumerators:
                _splits = _enumeratorAtStart is { } state
                    ? new Queue<int>(_world.Read<int[]>(state))
                    : new Queue<int>(Enumerable.Range(0, _world.Scenario.Splits));
                Push();
                AnswerRequests();
                break;
            case SnapshotEnumerators:
                _enumeratorAtCheckpoint = _world.Write(_splits!.ToArray());
                _world.Splits.Snapshot(State.AttemptId, State.Checkpoints!.LastNumber);
                break;
            case RequestSplit request:
                _requests.Enqueue(request.Subtask);
                AnswerRequests();
                break;
            case StopEnumerators:
                _splits = null;
                break;
        }
    }

    private void Prepare(PrepareRestore prepare)
    {
        _tasks.Clear();
        _requests.Clear();
        _splits = null;
        _enumeratorAtStart = prepare.Checkpoint?.Enumerators[0].State;
        _restore = prepare.Checkpoint is null ? null : RestorePlan.Of(prepare.Checkpoint, Targets());
    }

    private List<RestoreTarget> Targets() =>
    [
        .. State.Plan.Subtasks.GroupBy(planned => planned.Subtask.Vertex)
            .Select(vertex => new RestoreTarget(TaskNode.UidOf(vertex.Key), vertex.Key, vertex.Count(), Scenario.KeyGroups)),
    ];

    private DeployTask MakeDeploy(int number)
    {
        var planned = State.Plan.Subtasks[number];
        _world.Require(_world.Journal.HasAttempt(State.Attempt), Invariants.DurableAttempt,
            $"attempt {State.Attempt} is deployed before it is durable");
        return new DeployTask(State.AttemptId, planned.Subtask, planned.Slot, _restore?.GetValueOrDefault(planned.Subtask));
    }

    private void Tell(int number, ITaskMessage message)
    {
        var plan = State.Plan;
        var planned = plan.Subtasks[number];
        if (!_tasks.TryGetValue(planned.Subtask, out var task))
        {
            if (_world.Nodes.Find(planned.Slot.Node) is { } host)
                _world.Send(Node, host.Node, message, () => host.Deliver(this, plan, planned.Subtask, message));
        }
        else if (message is ISplitCommand)
            _world.SendLoosely(message, () => task.Take(message));
        else
            _world.Send(Node, task.Node, message, () => task.Take(message));
    }

    // Some enumerators do not wait until they are asked.
    private void Push()
    {
        var readers = State.Plan.Subtasks.Count(planned => planned.Subtask.Vertex == 0);
        for (var i = 0; i < _world.Scenario.Pushed && _splits!.Count > 0; i++)
            Assign(i % readers);
    }

    private void AnswerRequests()
    {
        while (_splits is not null && _requests.TryDequeue(out var subtask))
            Assign(subtask);
    }

    private void Assign(int subtask)
    {
        var split = _splits!.TryDequeue(out var number)
            ? new Split(number * _world.Scenario.RecordsPerSplit, (number + 1) * _world.Scenario.RecordsPerSplit)
            : null;
        _world.Splits.Assign(State.AttemptId, subtask, split);
        Take(new JobInputs.AssignSplits(new SubtaskId(0, subtask), Source, split is null ? null : [_world.Write(split)]));
    }
}
