namespace Akka.Flink.AkkaContract.Tests.EventStreams;

using Akka.Actor;
using Akka.Event;

/// <summary>A logger that publishes what it gets as <see cref="Logged"/>, for the test to see.</summary>
public sealed class RecordingLogger : ReceiveActor
{
    public RecordingLogger()
    {
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(entry => Context.System.EventStream.Publish(
            new Logged(entry.LogLevel(), entry.Message.ToString(), entry.LogSource, entry.LogClass, entry.Cause)));
    }
}
