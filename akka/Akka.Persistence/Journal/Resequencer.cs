namespace Akka.Persistence.Journal;

using Akka.Event;

/// <summary>Sends the answers to writes in the order of the writes, in whatever order these finish.</summary>
/// <remarks>
/// Runs on the threads that finish writes, one at a time and never under the lock: sending may run the receiver on a calling-thread
/// dispatcher.
/// </remarks>
internal sealed class Resequencer(ILoggingAdapter log)
{
    private readonly Dictionary<long, Action> _waiting = [];
    private long _next;
    private bool _isSending;

    /// <summary>Write <paramref name="number"/>, counted from 0, has finished.</summary>
    public void Complete(long number, Action answer)
    {
        lock (_waiting)
        {
            _waiting.Add(number, answer);
            if (_isSending)
                return;

            _isSending = true;
        }

        while (TakeNext() is { } next)
            Send(next, log);
    }

    private static void Send(Action answer, ILoggingAdapter log)
    {
        try
        {
            answer();
        }
        catch (Exception cause)
        {
            // The answers of other actors must not wait for ever because one could not be sent.
            log.Error(cause, "The answers to a write could not be sent.");
        }
    }

    private Action TakeNext()
    {
        lock (_waiting)
        {
            if (_waiting.Remove(_next, out var answer))
                _next++;
            else
                _isSending = false;

            return answer;
        }
    }
}
