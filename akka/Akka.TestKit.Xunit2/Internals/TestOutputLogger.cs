namespace Akka.TestKit.Xunit2.Internals;

using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

/// <summary>Writes the log of an actor system to the output of a test.</summary>
public class TestOutputLogger : ReceiveActor
{
    public TestOutputLogger(ITestOutputHelper output)
    {
        Receive<LogEvent>(logEvent => Write(output, logEvent));
        Receive<InitializeLogger>(initialize =>
        {
            initialize.LoggingBus.Subscribe(Self, typeof(LogEvent));
            Sender.Tell(new LoggerInitialized());
        });
    }

    private static void Write(ITestOutputHelper output, LogEvent logEvent)
    {
        try
        {
            output.WriteLine(logEvent.ToString());
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine(logEvent);   // the test is over, its output closed, while the actor system still stops
        }
    }
}
