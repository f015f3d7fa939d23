namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using Akka.Flink.Operators;
using static JobEffects;

/// <content>What the protocol wants done.</content>
internal sealed partial class JobMasterActor
{
    private JobGraph _graph;         // of the current attempt
    private string _fingerprint;
    private SourceCoordinators? _enumerators;
    private IReadOnlyList<EnumeratorState> _enumeratorStates = [];
    private IReadOnlyDictionary<SubtaskId, TaskRestore>? _restore;
    private IReadOnlyList<TaskMetrics> _samples = [];
    private CheckpointDone? _lastCheckpoint;
    private CheckpointId? _lastCompleted;
    private string? _endReason;
    private Exception? _failure;      // what failed beside the protocol, in this step
    private bool _isDeployed;
    private bool _isInStep;

    private void Run(IEffect effect)
    {
        var wasInStep = _isInStep;
        _isInStep = true;
        RunSavepoint(effect);
        switch (effect)
        {
            case MakePlan make:
                Plan(make);
                break;
            case ReleaseSlots:
                _manager.Tell(new JobMasterProtocol.SlotsReleased(_state.Job));
                break;
            case BeginAttempt begin:
                Use(_planning);
                _manager.Tell(new LedgerInputs.BeginAttempt(_state.Job, begin.Plan) { Without = begin.Without });
                break;
            case PrepareRestore prepare:
                Guard(() => Prepare(prepare));
                break;
            case JobEffects.Deploy deploy when _failure is null:
                _isDeployed = true;
                SendDeployment(deploy.Subtask);
                break;
            case Connect connect:
                Send(connect.Subtask, new ConnectTask(_state.AttemptId, PeersOf(connect.Subtask)));
                break;
            case Tell tell:
                Send(tell.Subtask, tell.Message);
                break;
            case Trigger trigger:
                Send(trigger.Subtask, JobProtocol.MessageOf(_state, trigger));
                break;
            case Complete complete:
                _manager.Tell(new LedgerInputs.CompleteCheckpoint(
                    _state.Job, complete.Checkpoint with { Enumerators = _enumeratorStates }, _submission.Settings.Checkpoints.Retained,
                    complete.Left));
                break;
            case End end:
                _endReason = end.Reason;
                _manager.Tell(new JobMasterProtocol.Left(Describe()));   // before its end is known, so that nobody misses it
                _manager.Tell(new LedgerInputs.EndJob(_state.Job, _state.Attempt, end.Status, end.Reason, Wrote()));
                break;
            default:
                RunEnumerators(effect);
                Announce(effect);
                break;
        }

        _isInStep = wasInStep;
    }

    private void RunEnumerators(IEffect effect)
    {
        switch (effect)
        {
            case JobEffects.StartEnumerators:
                Guard(() => _enumerators?.Start());
                break;
            case SnapshotEnumerators snapshot:
                Guard(() => _enumeratorStates = _enumerators?.Snapshot(snapshot.Number) ?? []);
                break;
            case RequestSplit request:
                Guard(() => _enumerators?.RequestSplit(request.Uid, request.Subtask));
                break;
            case JobEffects.StopEnumerators:
                TakeLastSamples();
                Guard(StopEnumerators);
                break;
        }
    }

    private void Announce(IEffect effect)
    {
        switch (effect)
        {
            case StatusIs status:
                _log.Info("Job [{0}] is [{1}] {2}", _state.Job, status.Status, status.Reason ?? "");
                Stand(status.Status, status.Reason);
                Publish(new StatusChanged(_state.Job, Now, status.Status, status.Reason));
                break;
            case AttemptFails fails:
                _log.Error("Attempt [{0}] failed: [{1}]", _state.AttemptId, fails.Failure.Details ?? fails.Failure.Message);
                _cause = fails.Failure.Message;
                Publish(new AttemptFailed(_state.Job, Now, _state.Attempt, fails.Failure, fails.RestartsIn));
                break;
            case CheckpointIsDone done:
                AnnounceCheckpoint(done.Checkpoint);
                break;
            case CheckpointIsGivenUp givenUp:
                _log.Warning("Checkpoint [{0}] of job [{1}] is given up: [{2}]", givenUp.Checkpoint, _state.Job, givenUp.Reason);
                Publish(new CheckpointFailed(_state.Job, Now, givenUp.Checkpoint, givenUp.Reason));
                break;
        }
    }

    private void AnnounceCheckpoint(CompletedCheckpoint checkpoint)
    {
        _lastCompleted = checkpoint.Id;
        _lastCheckpoint = new CheckpointDone(
            _state.Job, Now, checkpoint.Id, checkpoint.Kind, Now.ToUnixTimeMilliseconds() - checkpoint.TriggeredAtMs,
            checkpoint.WrittenBytes, checkpoint.StateBytes);
        _log.Info("Checkpoint [{0}] of job [{1}] is durable after [{2}] ms.", checkpoint.Id, _state.Job, _lastCheckpoint.DurationMs);
        Publish(_lastCheckpoint);
    }

    private void Prepare(PrepareRestore prepare)
    {
        foreach (var task in _tasks.Values)
            Context.Unwatch(task);
        _tasks.Clear();
        StopEnumerators();
        _isDeployed = false;
        _restore = null;
        _samples = [];
        var checkpoint = prepare.Checkpoint;
        _enumerators = new SourceCoordinators(_state.AttemptId, _graph, Take, _self, _services.Clock);
        IReadOnlyList<string> positions = [];
        if (checkpoint is not null)
        {
            _lastCompleted = checkpoint.Id;
            _restore = RestorePlan.Of(checkpoint, Placement.Targets(_graph), prepare.Savepoint);
            positions = _enumerators.Restore(checkpoint);
            if (prepare.Savepoint is { } savepoint)
                positions = [$"savepoint {savepoint.Directory}", .. positions];
        }

        _log.Info(
            "Attempt [{0}] begins from [{1}].", _state.AttemptId, prepare.Savepoint?.Directory ?? checkpoint?.Id.ToString() ?? "the start");
        NoteRestore(prepare.Attempt, checkpoint, positions);
        Publish(new AttemptBegan(_state.Job, Now, prepare.Attempt, checkpoint?.Id, positions));
    }

    private void StopEnumerators()
    {
        var enumerators = _enumerators;
        _enumerators = null;
        enumerators?.Dispose();
    }

    private void SendDeployment(int number)
    {
        var planned = _state.Plan.Subtasks[number];
        if (_restore?.GetValueOrDefault(planned.Subtask) is { } restore && restore.Bytes > _services.MaxStateBytes)
        {
            var largest = restore.Operators.MaxBy(part => part.Bytes)!;
            _failure ??= TaskErrors.StateTooLarge(largest.Uid, largest.Bytes, _services.MaxStateBytes);
            return;
        }

        var deploy = new DeployTask(_state.AttemptId, planned.Subtask, planned.Slot, _restore?.GetValueOrDefault(planned.Subtask))
        {
            Program = _program,
            Parallelism = _parallelism,
        };
        _region.Tell(new TaskEnvelope(planned.Slot, planned.Subtask, deploy), _self);
    }

    private void Send(int number, ITaskMessage message)
    {
        var planned = _state.Plan.Subtasks[number];
        if (_tasks.TryGetValue(planned.Subtask, out var task))
            task.Tell(message, _self);
        else if (_isDeployed)
            _region.Tell(new TaskEnvelope(planned.Slot, planned.Subtask, message), _self);
    }

    private Dictionary<SubtaskId, IActorRef> PeersOf(int number)
    {
        var vertex = _state.Plan.Subtasks[number].Subtask.Vertex;
        var neighbours = new HashSet<int>();
        foreach (var each in _graph.Vertices)
        {
            foreach (var edge in each.Nodes.SelectMany(node => node.Outgoing).Where(edge => !edge.IsChained))
                AddNeighbour(neighbours, vertex, each.Id, VertexOf(edge.Target));
        }

        return _tasks.Where(task => neighbours.Contains(task.Key.Vertex)).ToDictionary();
    }

    private static void AddNeighbour(HashSet<int> neighbours, int vertex, int source, int target)
    {
        if (source == vertex)
            neighbours.Add(target);
        if (target == vertex)
            neighbours.Add(source);
    }

    private int VertexOf(OperatorNode node) => _graph.Vertices.First(vertex => vertex.Nodes.Contains(node)).Id;

    // The counters as they are when nothing flows any more; what the agent sends each second may be older.
    private void TakeLastSamples()
    {
        var last = _services.Probes.All.Where(probe => probe.Attempt == _state.AttemptId).Select(probe => probe.Sample())
            .OrderBy(sample => sample.Subtask.Vertex).ThenBy(sample => sample.Subtask.Index).ToList();
        if (last.Count > 0)
            _samples = Merge(last);
    }

    private ImmutableArray<string> Wrote()
    {
        var wrote = ImmutableArray.CreateBuilder<string>();
        foreach (var node in _graph.Nodes.Where(node => node.Outgoing.Count == 0))
        {
            var records = _samples.SelectMany(task => task.Operators).Where(each => each.Uid == node.Uid).Sum(each => each.RecordsIn);
            wrote.Add($"{records} records to '{node.Name}'{(node.ResultLocation is { } location ? $" ({location})" : "")}");
        }

        return wrote.ToImmutable();
    }
}
