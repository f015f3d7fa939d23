namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;
using static TaskEffects;

/// <content>What the protocol decides, and what is done for it.</content>
internal sealed partial class TaskActor
{
    private readonly Queue<object> _inputs = new();   // what was said while a step was being carried out
    private TaskState _state = new(default, default);
    private bool _isInStep;

    private void Take(object input)
    {
        _inputs.Enqueue(input);
        if (_isInStep)
            return;

        _isInStep = true;
        try
        {
            while (_inputs.TryDequeue(out var next))
                TakeNext(next);
        }
        finally
        {
            _isInStep = false;
            _inputs.Clear();   // after a failure: what was said before it does not matter any more
        }

        Schedule();
    }

    private void TakeNext(object input)
    {
        var before = _state;
        var step = TaskProtocol.Step(before, input);
        _state = step.State;
        _snapshots?.Observe(before, _state);
        foreach (var effect in step.Effects)
            Run(effect);
    }

    private void Run(IEffect effect)
    {
        switch (effect)
        {
            case Report report:
                Tell(report.Message);
                break;
            case SayDeployed:
                Tell(new TaskDeployed(_state.Attempt, _state.Subtask, _self, _fingerprint));
                break;
            case Make make:
                MakeChain(make.Command);
                break;
            case Wire wire:
                _chain.Connect(wire.Command.Peers, _services.Peers);
                break;
            case Open:
                OpenOperators();
                break;
            case Give give:
                GiveSplits(give.Command);
                break;
            case Drain:
                DrainSource();
                break;
            case Renewed:
                ExtendLease();
                break;
            case Close:
                CloseAll();
                Take(new TaskInputs.Closed());
                break;
            case TaskEffects.Stop:
                Context.Stop(_self);
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
                _chain.Receivers[block.Input].IsBlocked = true;
                break;
            case UnblockInputs:
                foreach (var channel in _chain.Receivers)
                    _ready.Unblock(channel);
                break;
            case TaskEffects.Prepare:
                _snapshots.BeginPreparing();
                break;
            case Snapshot snapshot:
                _snapshots.Begin(snapshot.Barrier);
                break;
            case Abandon abandon:
                _snapshots.Abandon(abandon.Number);
                break;
            case Commit commit:
                _snapshots.Complete(commit.Number);
                NotifyComplete(commit.Number);
                Take(new TaskInputs.Committed(commit.Number));
                break;
        }
    }

    private void NotifyComplete(long number)
    {
        foreach (var (node, made) in _chain.Operators)
        {
            _chain.Activity.Current = node;
            made.NotifyCheckpointComplete(number);
        }

        _chain.Activity.Current = null;
    }
}
