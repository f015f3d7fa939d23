namespace Akka.Event;

using Akka.Actor;

/// <summary>Logs the first <c>akka.log-dead-letters</c> dead letters, and again after <c>log-dead-letters-suspend-duration</c>.</summary>
public class DeadLetterListener : ActorBase
{
    private readonly EventStream _eventStream = Context.System.EventStream;
    private readonly int _maxCount = Context.System.Settings.LogDeadLetters;
    private readonly TimeSpan _suspendDuration = Context.System.Settings.LogDeadLettersSuspendDuration;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private DateTime _suspendedUntil = DateTime.MinValue;
    private bool _isSuspended;
    private int _count;

    private bool LogsForEver => _maxCount == int.MaxValue;

    private bool SuspendsForEver => _suspendDuration <= TimeSpan.Zero;

    protected override void PreStart()
    {
        _eventStream.Subscribe(Self, typeof(DeadLetter));
        _eventStream.Subscribe(Self, typeof(Dropped));
        _eventStream.Subscribe(Self, typeof(UnhandledMessage));
    }

    protected override void PostStop() => _eventStream.Unsubscribe(Self);

    /// <summary>The subscription outlives a restart.</summary>
    protected override void PreRestart(Exception reason, object message)
    {
    }

    /// <inheritdoc cref="PreRestart"/>
    protected override void PostRestart(Exception reason)
    {
    }

    protected override bool Receive(object message)
    {
        if (message is not AllDeadLetters letter)
            return false;
        if (_isSuspended && (SuspendsForEver || DateTime.UtcNow < _suspendedUntil))
            return true;

        _isSuspended = false;
        _count++;
        if (!LogsForEver && _count >= _maxCount)
        {
            Report(letter, SuspendsForEver
                ? ", no more dead letters will be logged"
                : $", no more dead letters will be logged in next [{_suspendDuration}]");
            Suspend();
        }
        else
        {
            Report(letter, string.Empty);
        }

        return true;
    }

    private void Suspend()
    {
        _isSuspended = true;
        _count = 0;
        _suspendedUntil = SuspendsForEver ? DateTime.MaxValue : DateTime.UtcNow + _suspendDuration;
    }

    private void Report(AllDeadLetters letter, string doneMessage)
    {
        if (!_log.IsInfoEnabled)
            return;

        var origin = letter.Sender.IsNobody() || ReferenceEquals(letter.Sender, Context.System.DeadLetters)
            ? "without sender"
            : $"from [{letter.Sender.Path}]";
        var type = letter.Message?.GetType().Name ?? "null";
        _log.Info(
            "Message [{0}] {1} to [{2}] {3}. [{4}] dead letters encountered{5}. " +
            "This logging can be turned off or adjusted with configuration settings 'akka.log-dead-letters' " +
            "and 'akka.log-dead-letters-during-shutdown'. Message content: {6}",
            [type, origin, letter.Recipient?.Path, FateOf(letter), _count, doneMessage, letter.Message]);
    }

    private static string FateOf(AllDeadLetters letter) => letter switch
    {
        Dropped dropped => $"was dropped. {dropped.Reason}",
        UnhandledMessage => "was unhandled",
        _ => $"was not delivered. If this is not an expected behavior then {letter.Recipient} may have terminated unexpectedly",
    };
}
