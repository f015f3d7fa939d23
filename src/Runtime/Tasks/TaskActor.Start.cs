namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;

/// <content>From deployment until the operators are open.</content>
internal sealed partial class TaskActor
{
    private StateReader? _stateReader;
    private TaskRestore? _restore;

    private void Deploy(DeployTask deploy)
    {
        _master = Sender;
        _attempt = deploy.Attempt;
        _subtask = deploy.Subtask;
        if (!_services.Jobs.TryGet(deploy.Attempt.Job, out var graph, out var settings))
            throw TaskErrors.UnknownJob(deploy.Attempt.Job, _services.Node);

        ExtendLease();
        _settings = settings;
        _fingerprint = GraphFingerprint.Of(graph);
        _chain = new TaskChain(graph, _attempt, _subtask, settings.Tasks, NowMs(), () => Tell(Rung.Instance));
        _snapshots = new TaskSnapshots(_chain, _attempt, settings, _services, _ready, Tell, Report);
        _probe = new TaskProbe(_attempt, _subtask, _master, _chain, _clock);
        _services.Probes.Add(_probe);
        Restore(deploy.Restore);
    }

    private string _fingerprint = "";

    private void Restore(TaskRestore? restore)
    {
        _restore = restore;
        if (restore is null)
        {
            EndRestore(null);
            return;
        }

        _phase = TaskPhase.Restoring;
        RestoreStates(restore);
        foreach (var each in restore.Operators)
        {
            var index = IndexOf(each.Uid);
            if (index < 0)
                continue;

            _chain.Activity.Current = _chain.Operators[index].Node;
            _chain.Operators[index].Operator.RestoreElements(each.Elements);
            if (each is { IsSameRange: true, Keyed: [var handle] })
                _snapshots.GoOnFrom(index, handle);
        }

        _chain.Activity.Current = null;
        _stateReader = new StateReader(_services.Chunks, _self);
        _stateReader.ReadAsync(restore.Operators, _ending.Token)
            .PipeTo(_self, success: () => new RestoreEnded(null), failure: cause => new RestoreEnded(cause));
    }

    // Every operator learns that it goes on from a checkpoint, also one that has nothing in it.
    private void RestoreStates(TaskRestore restore)
    {
        foreach (var (node, made) in _chain.Operators)
        {
            var own = restore.Operators.FirstOrDefault(each => each.Uid == node.Uid);
            _chain.Activity.Current = node;
            made.RestoreStates(restore.Checkpoint.Number, own?.States ?? []);
        }
    }

    private void Apply(RestoredChunk restored)
    {
        _stateReader!.Applied();
        var index = IndexOf(restored.Uid);
        if (index >= 0)
            _chain.Operators[index].Operator.KeyedState?.Restore(restored.Chunk);
    }

    private void EndRestore(Exception? failure)
    {
        if (failure is not null)
            throw failure as FlinkException ?? TaskErrors.RestoreFailed(Name, _restore!.Checkpoint, failure);

        foreach (var each in _restore?.Operators ?? [])
        {
            if (IndexOf(each.Uid) is var index and >= 0 && each.Keyed.Count > 0)
                _chain.Operators[index].Operator.KeyedState?.EndRestore();
        }

        _restore = null;
        _stateReader = null;
        _phase = TaskPhase.Deployed;
        Report(new TaskDeployed(_attempt, _subtask, _self, _fingerprint));
    }

    private void Open()
    {
        _chain.Clock.Set(NowMs());
        if (_chain.Source is { } source)
        {
            var uid = _chain.Vertex.Nodes[0].Uid;
            source.SplitRequested = subtask => Report(new SplitRequested(_attempt, uid, subtask));
            source.SourceEventSent = (subtask, data) => Report(new SourceEventSent(_attempt, uid, subtask, data));
            source.WatermarkReported = (subtask, watermarkMs) => Report(new WatermarkReported(_attempt, uid, subtask, watermarkMs));
        }

        for (var i = _chain.Operators.Length - 1; i >= 0; i--)   // downstream first: what opens may emit
        {
            _chain.Activity.Current = _chain.Operators[i].Node;
            _chain.Operators[i].Operator.Open();
        }

        _chain.Activity.Current = null;
        _phase = TaskPhase.Running;
        Report(new TaskRunning(_attempt, _subtask));
        Schedule();
    }

    private int IndexOf(string uid) => Array.FindIndex(_chain.Operators, each => each.Node.Uid == uid);
}
