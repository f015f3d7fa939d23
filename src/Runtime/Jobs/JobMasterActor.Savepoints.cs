namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;
using static JobEffects;

/// <content>Savepoints: their directories, their manifests, and who hears of them.</content>
internal sealed partial class JobMasterActor
{
    private readonly Dictionary<string, DateTimeOffset> _savepoints = new(StringComparer.Ordinal);   // in progress, and since when

    private void OnTakeSavepoint(JobMasterProtocol.TakeSavepoint take)
    {
        object order = take.Stop ? new JobInputs.StopWith(take.Directory, take.Drain) : new JobInputs.TakeSavepoint(take.Directory!);
        if (take.Directory is not { } directory)
        {
            Take(order);
            return;
        }

        _savepoints[directory] = Now;
        SayStand(directory, SavepointStatus.InProgress, null, 0);
        Task.Run(() => SavepointDirectory.Create(directory)).PipeTo(
            _self,
            success: () => new SavepointPlaced(directory, order, null),
            failure: cause => new SavepointPlaced(directory, order, cause));
    }

    private void OnPlaced(SavepointPlaced placed)
    {
        if (placed.Failure is { } failure)
            GiveUp(placed.Directory, failure.Message);
        else
            Take(placed.Order);
    }

    private void RunSavepoint(IEffect effect)
    {
        switch (effect)
        {
            case WriteManifest write:
                BeginManifest(write);
                break;
            case SavepointIsGivenUp givenUp:
                GiveUp(givenUp.Directory, givenUp.Reason);
                break;
            case AttemptFails fails:
                GiveUpAll($"The attempt failed: {fails.Failure.Message}");
                break;
            case BeginAttempt or End:
                GiveUpAll("The job went on otherwise before it was taken: it moved, or ended. Ask again.");
                break;
        }
    }

    private void BeginManifest(WriteManifest write)
    {
        var manifest = ManifestOf(write);
        Task.Run(() => SavepointDirectory.Complete(write.Directory, manifest)).PipeTo(
            _self,
            success: bytes => new ManifestWritten(write.Directory, bytes, null),
            failure: cause => new ManifestWritten(write.Directory, 0, cause));
    }

    private void OnManifest(ManifestWritten written)
    {
        var directory = written.Directory;
        if (written.Failure is { } failure)
        {
            GiveUp(directory, failure.Message);
        }
        else
        {
            _savepoints.Remove(directory);
            _log.Info("Savepoint [{0}] of job [{1}] is complete: [{2}] bytes.", directory, _state.Job, written.Bytes);
            SayStand(directory, SavepointStatus.Completed, null, written.Bytes);
            Publish(new SavepointDone(_state.Job, Now, directory, written.Bytes));
        }

        Take(new JobInputs.SavepointWritten(directory, written.Failure?.Message));
    }

    private SavepointManifest ManifestOf(WriteManifest write)
    {
        var checkpoint = write.Checkpoint;
        var operators = new List<SavedOperator>();
        foreach (var vertex in _graph.Vertices)
        {
            foreach (var node in vertex.Nodes)
            {
                var parts = checkpoint.Subtasks.Where(each => each.Subtask.Vertex == vertex.Id)
                    .Select(each => PartOf(each, node.Uid, write.Saved)).OfType<SavedPart>().ToList();
                operators.Add(new SavedOperator(node.Uid, node.Name, vertex.Parallelism, node.MaxParallelism, parts));
            }
        }

        return new SavepointManifest(_state.Job, _graph.Name, checkpoint.Id, Now, operators, _enumeratorStates, []);
    }

    private static SavedPart? PartOf(
        SubtaskState subtask, string uid, IReadOnlyDictionary<SubtaskId, IReadOnlyList<SavedState>> saved)
    {
        if (subtask.Operators.FirstOrDefault(each => each.Uid == uid) is not { } part)
            return null;

        var keyed = saved.GetValueOrDefault(subtask.Subtask)?.FirstOrDefault(each => each.Uid == uid)?.Keyed;
        return new SavedPart(subtask.Subtask.Index, part.Elements, part.States, keyed);
    }

    private void GiveUpAll(string reason)
    {
        foreach (var directory in _savepoints.Keys.ToList())
            GiveUp(directory, reason);
    }

    private void GiveUp(string directory, string reason)
    {
        if (!_savepoints.Remove(directory))
            return;

        _log.Warning("Savepoint [{0}] of job [{1}] came to nothing: [{2}]", directory, _state.Job, reason);
        SayStand(directory, SavepointStatus.Failed, reason, 0);
        Publish(new SavepointFailed(_state.Job, Now, directory, reason));
        var log = _log;
        _ = Task.Run(() =>
        {
            if (!SavepointDirectory.TryDelete(directory))
                log.Warning("The directory [{0}] of a savepoint that came to nothing could not be deleted.", directory);
        });
    }

    private void SayStand(string directory, SavepointStatus status, string? reason, long bytes) => _manager.Tell(
        new JobMasterProtocol.SavepointStands(_state.Job, new SavepointDescription(directory, status, reason, Now, bytes)), _self);

    private sealed record SavepointPlaced(string Directory, object Order, Exception? Failure);

    private sealed record ManifestWritten(string Directory, long Bytes, Exception? Failure);
}
