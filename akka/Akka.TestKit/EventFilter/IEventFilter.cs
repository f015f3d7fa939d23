namespace Akka.TestKit;

using Akka.Event;

/// <summary>Says of a log event whether it is one that a test waits for.</summary>
public interface IEventFilter
{
    bool Apply(LogEvent logEvent);
}
