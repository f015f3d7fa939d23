namespace Akka.Persistence.Journal;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using Akka.Pattern;

/// <content>Writing, and the answers to a write.</content>
public abstract partial class AsyncWriteJournal
{
    private readonly Resequencer _resequencer = new(Context.GetLogger());
    private long _nextWrite;

    private async Task WriteAsync(WriteMessages request, long number)
    {
        Action answer;
        try
        {
            var results = await WritePrepared(request).ConfigureAwait(false);
            answer = () => AnswerWritten(request, results);
        }
        catch (Exception cause)
        {
            var reason = TryUnwrapException(cause);
            answer = () => AnswerFailed(request, reason);
        }

        _resequencer.Complete(number, answer);
        Publish(request);
    }

    private async Task<IImmutableList<Exception>> WritePrepared(WriteMessages request)
    {
        List<AtomicWrite> prepared;
        try
        {
            prepared = (List<AtomicWrite>)PreparePersistentBatch(request.Messages);
        }
        catch (Exception cause)
        {
            // Nothing went to the store: the events are refused, and the actors go on.
            return ImmutableList.CreateRange(Enumerable.Repeat(cause, CountWrites(request)));
        }

        if (prepared.Count == 0)
            return null;

        var results = await _breaker
            .WithCircuitBreaker((self: this, prepared), static state => state.self.WriteMessagesAsync(state.prepared))
            .ConfigureAwait(false);
        VerifyCount(results, prepared.Count);
        return results;
    }

    private static int CountWrites(WriteMessages request) => request.Messages.Count(static envelope => envelope is AtomicWrite);

    private static void VerifyCount(IImmutableList<Exception> results, int writes)
    {
        if (results is null || results.Count == 0 || results.Count == writes)
            return;

        throw new IllegalStateException(
            $"WriteMessagesAsync returned an invalid number of results: expected [{writes}], but got [{results.Count}]. "
            + "Return one entry for each atomic write, or an empty list when all were stored.");
    }

    private void AnswerWritten(WriteMessages request, IImmutableList<Exception> results)
    {
        var actor = request.PersistentActor;
        actor.Tell(WriteMessagesSuccessful.Instance, _self);

        var index = 0;
        foreach (var envelope in request.Messages)
        {
            if (envelope is AtomicWrite write)
                AnswerWritten(actor, write, results is { Count: > 0 } ? results[index++] : null, request.ActorInstanceId);
            else
                AnswerDeferred(actor, envelope, request.ActorInstanceId);
        }
    }

    private static void AnswerWritten(IActorRef actor, AtomicWrite write, Exception rejection, int instanceId)
    {
        for (var i = 0; i < write.Size; i++)
        {
            var persistent = write[i];
            if (rejection is null)
                actor.Tell(new WriteMessageSuccess(persistent, instanceId), persistent.Sender);
            else
                actor.Tell(new WriteMessageRejected(persistent, rejection, instanceId), persistent.Sender);
        }
    }

    private void AnswerFailed(WriteMessages request, Exception cause)
    {
        var actor = request.PersistentActor;
        actor.Tell(new WriteMessagesFailed(cause, CountWrites(request)), _self);
        foreach (var envelope in request.Messages)
        {
            if (envelope is AtomicWrite write)
                AnswerFailed(actor, write, cause, request.ActorInstanceId);
            else
                AnswerDeferred(actor, envelope, request.ActorInstanceId);
        }
    }

    private static void AnswerFailed(IActorRef actor, AtomicWrite write, Exception cause, int instanceId)
    {
        for (var i = 0; i < write.Size; i++)
            actor.Tell(new WriteMessageFailure(write[i], cause, instanceId), write[i].Sender);
    }

    private static void AnswerDeferred(IActorRef actor, IPersistentEnvelope envelope, int instanceId) =>
        actor.Tell(new LoopMessageSuccess(envelope.Payload, instanceId), envelope.Sender);
}
