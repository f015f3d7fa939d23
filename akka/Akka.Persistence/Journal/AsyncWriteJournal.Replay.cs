namespace Akka.Persistence.Journal;

using Akka.Actor;

/// <content>Replay.</content>
public abstract partial class AsyncWriteJournal
{
    private async Task ReplayAsync(ReplayMessages request, IActorContext context)
    {
        var actor = request.PersistentActor;
        try
        {
            var from = Math.Max(0, request.FromSequenceNr - 1);
            var highest = await _breaker
                .WithCircuitBreaker(() => ReadHighestSequenceNrAsync(request.PersistenceId, from))
                .ConfigureAwait(false);

            var to = Math.Min(request.ToSequenceNr, highest);
            if (to > 0 && request.FromSequenceNr <= to)
                await SendEventsAsync(request, to, context).ConfigureAwait(false);

            actor.Tell(new RecoverySuccess(highest), _self);
        }
        catch (Exception cause)
        {
            actor.Tell(new ReplayMessagesFailure(TryUnwrapException(cause)), _self);
        }

        Publish(request);
    }

    private async Task SendEventsAsync(ReplayMessages request, long to, IActorContext context)
    {
        var filter = _replayFilter.Mode == ReplayFilterMode.Disabled
            ? null
            : new ReplayFilterWindow(request.PersistentActor, _replayFilter, _system);

        await ReplayMessagesAsync(context, request.PersistenceId, request.FromSequenceNr, to, request.Max, Send).ConfigureAwait(false);
        filter?.Flush();

        void Send(IPersistentRepresentation persistent)
        {
            if (persistent.IsDeleted)
                return;

            if (IsReadAsItIs(persistent))
            {
                Forward(persistent);
                return;
            }

            foreach (var adapted in AdaptFromJournal(persistent))
                Forward(adapted);
        }

        void Forward(IPersistentRepresentation persistent)
        {
            if (filter is null)
                request.PersistentActor.Tell(new ReplayedMessage(persistent), ActorRefs.NoSender);
            else
                filter.Add(persistent);
        }
    }
}
