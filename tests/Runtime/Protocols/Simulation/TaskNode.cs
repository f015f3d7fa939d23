namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

using System.Globalization;
using static TaskEffects;

/// <summary>A task: the protocol as it is, and a model of the data that flows through. Vertex 0 reads, 1 counts by key, 2 writes.</summary>
internal sealed partial class TaskNode
{
    private readonly World _world;
    private readonly HostModel _host;
    private readonly MasterNode _master;
    private readonly JobPlan _plan;
    private readonly List<TaskNode> _downstream = [];
    private readonly Queue<object>[] _inputs;
    private readonly bool[] _blocked;
    private TaskState _state;
    private long _leaseUntilMs;
    private bool _isGone;
    private bool _isBusy;

    public TaskNode(World world, HostModel host, MasterNode master, JobPlan plan, DeployTask deploy)
    {
        _world = world;
        _host = host;
        _master = master;
        _plan = plan;
        Term = master.Term;
        Node = world.NewNode();
        Subtask = deploy.Subtask;
        var inputs = Subtask.Vertex == 0 ? 0 : plan.Subtasks.Count(planned => planned.Subtask.Vertex == Subtask.Vertex - 1);
        _parallelism = plan.Subtasks.Count(planned => planned.Subtask.Vertex == Subtask.Vertex);
        _inputs = [.. Enumerable.Range(0, inputs).Select(_ => new Queue<object>())];
        _blocked = new bool[inputs];
        _state = new TaskState(deploy.Attempt, Subtask);
        RenewLease();
    }

    public int Node { get; }

    public long Term { get; }

    public SubtaskId Subtask { get; }

    public AttemptId Attempt => _state.Attempt;

    public static string UidOf(int vertex) => vertex switch { 0 => "source", 1 => "count", _ => "sink" };

    public static int AttemptOf(SegmentId segment) => int.Parse(segment.Value.Split('-')[1], CultureInfo.InvariantCulture);

    public void Take(object message) => _host.Do(() => TakeNow(message));

    /// <summary>Its node is gone: nobody is left to say so.</summary>
    public void Vanish() => _isGone = true;

    private void TakeNow(object message)
    {
        if (_isGone)
            return;

        var before = _state;
        var step = _world.Steps.Task(before, message);
        if (message is ITaskMessage { Attempt: var attempt } && attempt != before.Attempt)
        {
            _world.Require(ReferenceEquals(step.State, before) && step.Effects.Count == 0, Invariants.OldAttempts,
                $"{message.GetType().Name} of attempt {attempt} did something to a task of attempt {before.Attempt}");
        }

        _state = step.State;
        foreach (var effect in step.Effects)
            Run(effect);
        Work();
    }

    /// <summary>It dies without a word; its master hears that it is gone.</summary>
    public void Crash()
    {
        if (_isGone)
            return;

        _world.Trace($"task {Subtask}", "crashes");
        Leave();
    }

    public void Arrive(int input, object element) => _host.Do(() =>
    {
        if (_isGone)
            return;

        _inputs[input].Enqueue(element);
        Work();
    });

    private void Leave()
    {
        _isGone = true;
        _host.Remove(this);
        _world.Send(Node, _master.Node, "gone", () => _master.OnGone(this), isReliable: true);
    }

    private void Run(IEffect effect)
    {
        _world.Trace($"task {Attempt.Number}/{Subtask}", effect);
        switch (effect)
        {
            case Report report:
                Send(report.Message);
                break;
            case Make make:
                object restored = TryRestore(make.Command.Restore)
                    ? new TaskInputs.Restored(_inputs.Length, _world.Scenario.Mode)
                    : new TaskInputs.Failed(new TaskFailure(ErrorDomain.External, true, "A segment is missing.", null, null))
                    {
                        Damaged = _restoredFrom,
                    };
                _world.After(_world.Scenario.Random.Next(1, 100), () => Take(restored));
                break;
            case TaskEffects.SayDeployed:
                TellDeployed();
                break;
            case TaskEffects.Wire:
                WireChannels();
                break;
            case Open:
                OpenOperators();
                _world.After(_world.Scenario.Random.Next(1, 50), () => Take(new TaskInputs.Opened()));
                break;
            case Give give:
                GiveSplit(give.Command);
                break;
            case Close:
                _world.After(_world.Scenario.Random.Next(1, 50), () => Take(new TaskInputs.Closed()));
                break;
            case Stop:
                Leave();
                break;
            case Renewed:
                RenewLease();
                break;
            default:
                RunCheckpoint(effect);
                break;
        }
    }

    private void RunCheckpoint(IEffect effect)
    {
        switch (effect)
        {
            case BlockInput block:
                _blocked[block.Input] = true;
                break;
            case UnblockInputs:
                Array.Clear(_blocked);
                break;
            case Prepare prepare:
                PrepareOperators(prepare.Barrier.Number);
                break;
            case Snapshot snapshot:
                TakeSnapshot(snapshot.Barrier);
                break;
            case Commit commit:
                CommitUpTo(commit.Number);
                break;
        }
    }

    private void Send(ITaskMessage message)
    {
        if (message is CheckpointAcknowledged acknowledged)
            _world.Acknowledged(new CheckpointId(Attempt.Number, acknowledged.Number), Subtask, acknowledged.Left);
        _world.Send(Node, _master.Node, message, () => _master.Take(message));
    }

    private void TellDeployed() => _world.Send(Node, _master.Node, "TaskDeployed", () =>
    {
        _master.OnDeployed(this);
        _master.Take(new TaskDeployed(Attempt, Subtask, Akka.Actor.ActorRefs.Nobody, ""));
    });

    private void WireChannels()
    {
        foreach (var planned in _plan.Subtasks.Where(planned => planned.Subtask.Vertex == Subtask.Vertex + 1))
        {
            if (_world.Nodes.Find(Attempt, planned.Subtask) is { } task)
                _downstream.Add(task);
        }
    }

    private void RenewLease()
    {
        var until = _leaseUntilMs = _world.NowMs + (long)_world.Scenario.Settings.Tasks.HeartbeatTimeout.TotalMilliseconds;
        _world.At(until, () =>
        {
            if (_leaseUntilMs == until)
                Take(new TaskInputs.LeaseExpired());
        });
    }
}
