namespace Akka.TestKit.Internal;

/// <summary>The messages between a test actor and its test: any thread adds, the test reads, blocking or not.</summary>
/// <remarks>
/// Every read of the test kit exists once, as an asynchronous method with a flag. With <c>blocking</c> the wait happens in here on the
/// calling thread, so the method has completed when it returns, and the delegates of the test run on the thread that called.
/// </remarks>
internal sealed class EnvelopeQueue
{
    /// <summary>A time that does not end.</summary>
    public static readonly TimeSpan Forever = TimeSpan.MaxValue;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly object _gate = new();
    private readonly Queue<MessageEnvelope> _messages = new();
    private TaskCompletionSource _arrival = NewArrival();

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _messages.Count == 0;
        }
    }

    public void Add(MessageEnvelope envelope)
    {
        TaskCompletionSource arrival;
        lock (_gate)
        {
            _messages.Enqueue(envelope);
            arrival = _arrival;
            _arrival = NewArrival();
        }

        arrival.TrySetResult();
    }

    public MessageEnvelope[] Peek()
    {
        lock (_gate)
            return _messages.ToArray();
    }

    public MessageEnvelope[] TakeAll()
    {
        lock (_gate)
        {
            var all = _messages.ToArray();
            _messages.Clear();
            return all;
        }
    }

    /// <summary>The first message, or null when none comes in time.</summary>
    /// <param name="timeout">How long to wait; zero or negative not to wait.</param>
    /// <param name="remove">False to leave the message in place.</param>
    /// <param name="blocking">Whether the calling thread waits.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    public async ValueTask<MessageEnvelope> First(TimeSpan timeout, bool remove, bool blocking, CancellationToken cancellationToken)
    {
        var deadline = timeout == Forever ? Forever : TestKitBase.Now + timeout;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryFirst(remove, out var envelope, out var arrival))
                return envelope;

            var left = deadline - TestKitBase.Now;
            if (left <= TimeSpan.Zero)
                return null;
            await Wait(arrival, left < LongestWait ? left : LongestWait, blocking, cancellationToken);
        }
    }

    private bool TryFirst(bool remove, out MessageEnvelope envelope, out Task arrival)
    {
        lock (_gate)
        {
            arrival = _arrival.Task;
            return remove ? _messages.TryDequeue(out envelope) : _messages.TryPeek(out envelope);
        }
    }

    private static async ValueTask Wait(Task arrival, TimeSpan timeout, bool blocking, CancellationToken cancellationToken)
    {
        if (blocking)
            arrival.Wait(timeout, cancellationToken);
        else
            await arrival.WaitAsync(timeout, cancellationToken).ConfigureAwait(TestKitBase.Quietly);
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
