namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;
using Akka.Flink.Operators;

/// <content>From deployment until the operators are open.</content>
internal sealed partial class TaskActor
{
    private StateReader? _stateReader;
    private TaskRestore? _restore;
    private string _fingerprint = "";

    private void MakeChain(DeployTask deploy)
    {
        if (!_services.Jobs.TryGet(deploy.Attempt, out var graph, out var settings))
            throw TaskErrors.UnknownJob(deploy.Attempt.Job, _services.Node);

        ExtendLease();
        _settings = settings;
        _fingerprint = GraphFingerprint.Of(graph);
        _chain = new TaskChain(graph, deploy.Attempt, deploy.Subtask, settings.Tasks, NowMs(), () => TellSelf(Rung.Instance));
        _chain.Activity.Report = message => _log.Error("Task [{0}]: [{1}]", Name, message);
        _snapshots = new TaskSnapshots(_chain, deploy.Attempt, settings, _services, TellSelf, Take);
        _probe = new TaskProbe(deploy.Attempt, deploy.Subtask, _master, _chain, _clock);
        _services.Probes.Add(_probe);
        Restore(deploy.Restore);
    }

    private void Restore(TaskRestore? restore)
    {
        _restore = restore;
        if (restore is null)
        {
            EndRestore(null);
            return;
        }

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
        Take(new TaskInputs.Restored(_chain.Receivers.Length, _settings.Checkpoints.Mode));
    }

    private void OpenOperators()
    {
        _chain.Clock.Set(NowMs());
        if (_chain.Source is { } source)
        {
            var uid = _chain.Vertex.Nodes[0].Uid;
            source.SplitRequested = _ => Take(new TaskInputs.SplitWanted(uid));
            source.SourceEventSent = (subtask, data) => Tell(new SourceEventSent(_state.Attempt, uid, subtask, data));
            source.WatermarkReported = (subtask, watermarkMs) =>
                Tell(new WatermarkReported(_state.Attempt, uid, subtask, watermarkMs));
        }

        for (var i = _chain.Operators.Length - 1; i >= 0; i--)   // downstream first: what opens may emit
        {
            _chain.Activity.Current = _chain.Operators[i].Node;
            _chain.Operators[i].Operator.Open();
        }

        _chain.Activity.Current = null;
        Take(new TaskInputs.Opened());
    }

    private int IndexOf(string uid) => Array.FindIndex(_chain.Operators, each => each.Node.Uid == uid);
}
