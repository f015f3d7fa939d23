namespace Akka.TestKit;

using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.TestEvent;

/// <summary>The logger of a test's actor system: prints what no filter of the test has matched.</summary>
public class TestEventListener : DefaultLogger
{
    private readonly List<EventFilterBase> _filters = [];

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger initialize:
                Subscribe(initialize.LoggingBus);
                break;
            case Mute mute:
                _filters.AddRange(mute.Filters);
                break;
            case Unmute unmute:
                foreach (var filter in unmute.Filters)
                    _filters.Remove(filter);
                break;
            case LogEvent logEvent:
                PrintUnlessFiltered(logEvent);
                break;
            case DeadLetter letter:
                Handle(letter);
                break;
            case UnhandledMessage unhandled:
                PrintUnlessFiltered(
                    WarningOf(unhandled.Recipient, $"Unhandled message from {unhandled.Sender}: {unhandled.Message}"));
                break;
        }

        return true;
    }

    private void Subscribe(LoggingBus bus)
    {
        foreach (var type in new[] { typeof(Mute), typeof(Unmute), typeof(DeadLetter), typeof(UnhandledMessage) })
            bus.Subscribe(Self, type);
        Sender.Tell(new LoggerInitialized());
    }

    private void Handle(DeadLetter letter)
    {
        if (IsFiltered(WarningOf(letter.Recipient, letter)))
            return;

        var text = letter.Message is ISystemMessage
            ? $"Received dead system message: {letter.Message}"
            : $"Received dead letter from {letter.Sender}: {letter.Message}";
        PrintUnlessFiltered(WarningOf(letter.Recipient, new DeadLetter(text, letter.Sender, letter.Recipient)));
    }

    private static Warning WarningOf(IActorRef recipient, object message) =>
        new(recipient.Path.ToString(), recipient.GetType(), message);

    private void PrintUnlessFiltered(LogEvent logEvent)
    {
        if (!IsFiltered(logEvent))
            Print(logEvent);
    }

    private bool IsFiltered(LogEvent logEvent)
    {
        foreach (var filter in _filters)
        {
            if (filter.Apply(logEvent))
                return true;
        }

        return false;
    }
}
