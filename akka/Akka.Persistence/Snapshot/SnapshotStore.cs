namespace Akka.Persistence.Snapshot;

using Akka.Actor;
using Akka.Event;
using Akka.Pattern;

/// <summary>
/// The base of snapshot stores. Every access goes through a circuit breaker; its outcome comes back as a message and is passed on to who
/// asked.
/// </summary>
public abstract class SnapshotStore : ActorBase
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CircuitBreaker _breaker;
    private readonly IActorRef _self;
    private readonly EventStream _published;

    protected SnapshotStore()
    {
        var extension = Persistence.Instance.Apply(Context.System);
        var config = extension.ConfigFor(Self);

        _self = Self;
        _published = extension.Settings.Internal.PublishPluginCommands ? Context.System.EventStream : null;
        _breaker = CircuitBreaker.Create(
            Context.System.Scheduler,
            config.GetInt("circuit-breaker.max-failures", 10),
            config.GetTimeSpan("circuit-breaker.call-timeout", TimeSpan.FromSeconds(10)),
            config.GetTimeSpan("circuit-breaker.reset-timeout", TimeSpan.FromSeconds(30)));
    }

    /// <summary>The newest snapshot that matches; null where there is none.</summary>
    protected abstract Task<SelectedSnapshot> LoadAsync(string persistenceId, SnapshotSelectionCriteria criteria);

    protected abstract Task SaveAsync(SnapshotMetadata metadata, object snapshot);

    protected abstract Task DeleteAsync(SnapshotMetadata metadata);

    protected abstract Task DeleteAsync(string persistenceId, SnapshotSelectionCriteria criteria);

    protected sealed override bool Receive(object message) => ReceiveSnapshotStore(message) || ReceivePluginInternal(message);

    /// <summary>Takes what is not of the snapshot protocol, and the outcome of each saving and deletion before it is passed on.</summary>
    protected virtual bool ReceivePluginInternal(object message) => false;

    private bool ReceiveSnapshotStore(object message)
    {
        switch (message)
        {
            case LoadSnapshot load:
                _ = LoadAsync(load, Sender);
                return true;
            case SaveSnapshot save:
                _ = SaveAsync(save, Sender);
                return true;
            case DeleteSnapshot delete:
                _ = DeleteAsync(delete, Sender);
                return true;
            case DeleteSnapshots delete:
                _ = DeleteAsync(delete, Sender);
                return true;
            case SaveSnapshotFailure failure:
                PassOn(message);
                _ = DiscardAsync(failure.Metadata);
                return true;
            case SaveSnapshotSuccess or DeleteSnapshotSuccess or DeleteSnapshotFailure or DeleteSnapshotsSuccess or DeleteSnapshotsFailure:
                PassOn(message);
                return true;
            default:
                return false;
        }
    }

    private void PassOn(object outcome)
    {
        try
        {
            ReceivePluginInternal(outcome);
        }
        finally
        {
            Sender.Tell(outcome, _self);
        }
    }

    private async Task LoadAsync(LoadSnapshot request, IActorRef sender)
    {
        try
        {
            var snapshot = request.Criteria.Equals(SnapshotSelectionCriteria.None)
                ? null
                : await _breaker
                    .WithCircuitBreaker(() => LoadAsync(request.PersistenceId, request.Criteria.Limit(request.ToSequenceNr)))
                    .ConfigureAwait(false);
            sender.Tell(new LoadSnapshotResult(snapshot, request.ToSequenceNr), _self);
        }
        catch (Exception cause)
        {
            sender.Tell(new LoadSnapshotFailed(cause), _self);
        }

        _published?.Publish(request);
    }

    private async Task SaveAsync(SaveSnapshot request, IActorRef sender)
    {
        var asked = request.Metadata;
        var metadata = asked.Timestamp == DateTime.MinValue
            ? new SnapshotMetadata(asked.PersistenceId, asked.SequenceNr, DateTime.UtcNow)
            : asked;

        object outcome = new SaveSnapshotSuccess(metadata);
        try
        {
            await _breaker.WithCircuitBreaker(() => SaveAsync(metadata, request.Snapshot)).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            outcome = new SaveSnapshotFailure(metadata, cause);
        }

        _self.Tell(outcome, sender);
        _published?.Publish(request);
    }

    private async Task DeleteAsync(DeleteSnapshot request, IActorRef sender)
    {
        object outcome = new DeleteSnapshotSuccess(request.Metadata);
        try
        {
            await _breaker.WithCircuitBreaker(() => DeleteAsync(request.Metadata)).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            outcome = new DeleteSnapshotFailure(request.Metadata, cause);
        }

        _self.Tell(outcome, sender);
        _published?.Publish(request);
    }

    private async Task DeleteAsync(DeleteSnapshots request, IActorRef sender)
    {
        object outcome = new DeleteSnapshotsSuccess(request.Criteria);
        try
        {
            await _breaker.WithCircuitBreaker(() => DeleteAsync(request.PersistenceId, request.Criteria)).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            outcome = new DeleteSnapshotsFailure(request.Criteria, cause);
        }

        _self.Tell(outcome, sender);
        _published?.Publish(request);
    }

    /// <summary>Removes what a failed save may have left; nobody waits for it.</summary>
    private async Task DiscardAsync(SnapshotMetadata metadata)
    {
        try
        {
            await _breaker.WithCircuitBreaker(() => DeleteAsync(metadata)).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            // The failure of the save has been reported; that of the clean-up hardly ever says anything more.
            _log.Debug("What a failed save of [{0}] may have left could not be deleted: {1}", metadata, cause.Message);
        }
    }
}
