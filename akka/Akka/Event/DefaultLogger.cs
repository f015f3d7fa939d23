namespace Akka.Event;

using Akka.Actor;
using Akka.Dispatch;

/// <summary>The logger of a system that configures none: it writes to the standard output logger, from an actor.</summary>
public class DefaultLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly MinimalLogger _stdoutLogger = Context.System.Settings.StdoutLogger;

    protected virtual void Print(LogEvent logEvent) => _stdoutLogger.Tell(logEvent, ActorRefs.NoSender);

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized(), Self);
                return true;

            case LogEvent logEvent:
                Print(logEvent);
                return true;

            default:
                return false;
        }
    }
}
