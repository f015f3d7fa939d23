namespace Akka.TestKit;

using System.Collections;
using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

public abstract partial class TestKitBase
{
    public object ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Result(Take(Patience(max), true, cancellationToken))?.Message;

    public async ValueTask<object> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Take(Patience(max), false, cancellationToken))?.Message;

    public bool TryReceiveOne(out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var taken = Result(Take(Patience(max), true, cancellationToken));
        envelope = taken ?? NullMessageEnvelope.Instance;
        return taken != null;
    }

    public async ValueTask<(bool success, MessageEnvelope envelope)> TryReceiveOneAsync(
        TimeSpan? max, CancellationToken cancellationToken = default)
    {
        var taken = await Take(Patience(max), false, cancellationToken);
        return (taken != null, taken ?? NullMessageEnvelope.Instance);
    }

    public object PeekOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Result(Peek(Patience(max), true, cancellationToken))?.Message;

    public object PeekOne(CancellationToken cancellationToken) => PeekOne(null, cancellationToken);

    public async ValueTask<object> PeekOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Peek(Patience(max), false, cancellationToken))?.Message;

    public ValueTask<object> PeekOneAsync(CancellationToken cancellationToken) => PeekOneAsync(null, cancellationToken);

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        Drain(ReceiveCount(numberOfMessages, RemainingOrDefault, $"{numberOfMessages} messages", true, cancellationToken));

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        Drain(ReceiveCount(numberOfMessages, Dilated(max), $"{numberOfMessages} messages", true, cancellationToken));

    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, CancellationToken cancellationToken = default) =>
        ReceiveCount(numberOfMessages, RemainingOrDefault, $"{numberOfMessages} messages", false, cancellationToken);

    public IAsyncEnumerable<object> ReceiveNAsync(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        ReceiveCount(numberOfMessages, Dilated(max), $"{numberOfMessages} messages", false, cancellationToken);

    /// <summary>Takes messages while <paramref name="filter"/> does not return null; the first where it does stays.</summary>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, Func<object, T> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        ReceiveWhile(filter, max, null, msgs, cancellationToken);

    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, TimeSpan? idle, Func<object, T> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        ReceiveWhile(filter, max, idle, msgs, cancellationToken);

    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        Drain(TakeWhile(Selecting(filter), max, idle, msgs, true, cancellationToken));

    /// <summary>Takes messages of a type while <paramref name="shouldContinue"/> is true; the first for which it is not stays.</summary>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true, CancellationToken cancellationToken = default) =>
        Drain(TakeWhile(Accepting(shouldContinue, shouldIgnoreOtherMessageTypes), max, idle, msgs, true, cancellationToken));

    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Func<object, T> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        TakeWhile(Selecting(filter), max, idle, msgs, false, cancellationToken);

    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Predicate<T> shouldContinue, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true, CancellationToken cancellationToken = default) =>
        TakeWhile(Accepting(shouldContinue, shouldIgnoreOtherMessageTypes), max, idle, msgs, false, cancellationToken);

    /// <summary>Takes messages until one is accepted and returns that; the others are dropped.</summary>
    public object FishForMessage(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Result(Fish(isMessage, null, max, hint, true, cancellationToken));

    public T FishForMessage<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Result(Fish(isMessage, null, max, hint, true, cancellationToken));

    public T FishForMessage<T>(
        Predicate<T> isMessage, ArrayList allMessages, TimeSpan? max = null, string hint = "",
        CancellationToken cancellationToken = default) =>
        Result(Fish(isMessage, allMessages, max, hint, true, cancellationToken));

    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(isMessage, null, max, hint, false, cancellationToken);

    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(isMessage, null, max, hint, false, cancellationToken);

    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, ArrayList allMessages, TimeSpan? max = null, string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(isMessage, allMessages, max, hint, false, cancellationToken);

    private TimeSpan Patience(TimeSpan? max) =>
        max == Timeout.InfiniteTimeSpan ? EnvelopeQueue.Forever : GetTimeoutOrDefault(max);

    private async ValueTask<MessageEnvelope> Take(TimeSpan timeout, bool blocking, CancellationToken cancellationToken)
    {
        _lastWasNoMessage = false;
        var envelope = await _queue.First(timeout, remove: true, blocking, cancellationToken);
        _last = envelope ?? NullMessageEnvelope.Instance;
        return envelope;
    }

    private ValueTask<MessageEnvelope> Peek(TimeSpan timeout, bool blocking, CancellationToken cancellationToken) =>
        _queue.First(timeout, remove: false, blocking, cancellationToken);

    private async IAsyncEnumerable<object> ReceiveCount(
        int count, TimeSpan max, string expected, bool blocking, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = Now;
        for (var received = 0; received < count; received++)
        {
            var envelope = await Take(start + max - Now, blocking, cancellationToken);
            if (envelope == null)
                Fail(new Arrival(this, expected, max, Now - start) { Outcome = $"only {received} came" });
            else
                yield return envelope.Message;
        }
    }

    private async IAsyncEnumerable<T> TakeWhile<T>(
        Chooser<T> choose, TimeSpan? max, TimeSpan? idle, int count, bool blocking,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stop = Now + RemainingOrDilated(max);
        var silence = idle == Timeout.InfiniteTimeSpan ? null : idle;
        var last = _last;
        for (var taken = 0; taken < count;)
        {
            var envelope = await Peek(Shorter(stop - Now, silence), blocking, cancellationToken);
            if (envelope == null)
                break;
            var choice = choose(envelope.Message, out var result);
            if (choice == Choice.Stop)
                break;

            last = await Take(TimeSpan.Zero, blocking, cancellationToken);
            if (choice == Choice.Drop)
                continue;
            taken++;
            yield return result;
        }

        _last = last;
        _lastWasNoMessage = true;
    }

    private async ValueTask<T> Fish<T>(
        Predicate<T> isMessage, ArrayList allMessages, TimeSpan? max, string hint, bool blocking, CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(max);
        var start = Now;
        var dropped = 0;
        allMessages?.Clear();
        while (await Take(start + limit - Now, blocking, cancellationToken) is { } envelope)
        {
            if (envelope.Message is T message && isMessage(message))
                return message;
            allMessages?.Add(envelope.Message);
            dropped++;
        }

        var expected = $"a message of type [{typeof(T)}] that the predicate accepts";
        Fail(new Arrival(this, expected, limit, Now - start) { Outcome = $"{dropped} others had come", Hint = hint });
        return default;
    }

    private static Chooser<T> Selecting<T>(Func<object, T> filter) => (object message, out T result) =>
    {
        result = filter(message);
        return result is null ? Choice.Stop : Choice.Take;
    };

    private static Chooser<T> Accepting<T>(Predicate<T> shouldContinue, bool dropOthers) => (object message, out T result) =>
    {
        result = message is T typed ? typed : default;
        if (message is not T)
            return dropOthers ? Choice.Drop : Choice.Stop;
        return shouldContinue(result) ? Choice.Take : Choice.Stop;
    };

    private static T Result<T>(ValueTask<T> completed) => completed.GetAwaiter().GetResult();

    private static List<T> Drain<T>(IAsyncEnumerable<T> source)
    {
        var all = new List<T>();
        var each = source.GetAsyncEnumerator();
        try
        {
            while (Result(each.MoveNextAsync()))
                all.Add(each.Current);
        }
        finally
        {
            each.DisposeAsync().GetAwaiter().GetResult();
        }

        return all;
    }

    private delegate Choice Chooser<T>(object message, out T result);

    private enum Choice
    {
        Take,
        Drop,
        Stop,
    }
}
