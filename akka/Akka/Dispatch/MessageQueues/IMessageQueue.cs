namespace Akka.Dispatch.MessageQueues;

using Akka.Actor;

/// <summary>The user messages of one actor that wait to be processed.</summary>
public interface IMessageQueue
{
    bool HasMessages { get; }

    int Count { get; }

    void Enqueue(IActorRef receiver, Envelope envelope);

    bool TryDequeue(out Envelope envelope);

    void CleanUp(IActorRef owner, IMessageQueue deadletters);
}
