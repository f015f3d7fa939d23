namespace Akka.Event;

using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

/// <summary>The queue of a logger: what is left when the logger stops goes to standard output in place of the dead letters.</summary>
internal sealed class LoggerMessageQueue(ActorSystem system) : IMessageQueue, IUnboundedMessageQueueSemantics, ILoggerMessageQueueSemantics
{
    private readonly ConcurrentQueue<Envelope> _queue = new();

    public int Count => _queue.Count;

    public bool HasMessages => !_queue.IsEmpty;

    public void Enqueue(IActorRef receiver, Envelope envelope) => _queue.Enqueue(envelope);

    public bool TryDequeue(out Envelope envelope) => _queue.TryDequeue(out envelope);

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        var settings = system.Settings;
        var level = Logging.LogLevelFor(settings.StdoutLogLevel);
        while (_queue.TryDequeue(out var envelope))
        {
            if (envelope.Message is not LogEvent logEvent)
                deadletters.Enqueue(owner, envelope);
            else if (logEvent.LogLevel() >= level)
                settings.StdoutLogger.Tell(logEvent, envelope.Sender);
        }
    }
}
