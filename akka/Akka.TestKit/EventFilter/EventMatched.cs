namespace Akka.TestKit.Internal;

using Akka.Event;

/// <summary>Called when a filter has matched a log event.</summary>
public delegate void EventMatched(EventFilterBase eventFilter, LogEvent logEvent);
