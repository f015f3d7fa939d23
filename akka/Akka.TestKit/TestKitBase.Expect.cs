namespace Akka.TestKit;

using Akka.Actor;

public abstract partial class TestKitBase
{
    public T ExpectMsg<T>(TimeSpan? duration = null, string hint = null, CancellationToken cancellationToken = default) =>
        Result(Typed<T>(null, (_, _) => true, duration, hint, true, cancellationToken));

    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default) =>
        Result(Equal(null, message, timeout, hint, true, cancellationToken));

    public T ExpectMsg<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default) =>
        Result(Accepted<T>(null, (message, _) => isMessage(message), timeout, hint, true, cancellationToken));

    public T ExpectMsg<T>(
        Action<T> assert, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default) =>
        Result(Asserted<T>(null, (message, _) => assert(message), timeout, hint, true, cancellationToken));

    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string hint = null,
        CancellationToken cancellationToken = default) =>
        Result(Accepted(null, isMessageAndSender, timeout, hint, true, cancellationToken));

    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string hint = null,
        CancellationToken cancellationToken = default) =>
        Result(Asserted(null, assertMessageAndSender, timeout, hint, true, cancellationToken));

    public T ExpectMsg<T>(
        T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string hint = null,
        CancellationToken cancellationToken = default) =>
        Result(Equal(expected, comparer, timeout, hint, true, cancellationToken));

    public ValueTask<T> ExpectMsgAsync<T>(TimeSpan? duration = null, string hint = null, CancellationToken cancellationToken = default) =>
        Typed<T>(null, (_, _) => true, duration, hint, false, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        T message, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default) =>
        Equal(null, message, timeout, hint, false, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default) =>
        Accepted<T>(null, (message, _) => isMessage(message), timeout, hint, false, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T> assert, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default) =>
        Asserted<T>(null, (message, _) => assert(message), timeout, hint, false, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string hint = null,
        CancellationToken cancellationToken = default) =>
        Accepted(null, isMessageAndSender, timeout, hint, false, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string hint = null,
        CancellationToken cancellationToken = default) =>
        Asserted(null, assertMessageAndSender, timeout, hint, false, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string hint = null,
        CancellationToken cancellationToken = default) =>
        Equal(expected, comparer, timeout, hint, false, cancellationToken);

    private ValueTask<T> Typed<T>(
        IActorRef sender, Func<T, Arrival, bool> accept, TimeSpan? timeout, string hint, bool blocking,
        CancellationToken cancellationToken) =>
        Expect($"a message of type [{typeof(T)}]{From(sender)}", sender, accept, timeout, hint, blocking, cancellationToken);

    private ValueTask<T> Accepted<T>(
        IActorRef sender, Func<T, IActorRef, bool> predicate, TimeSpan? timeout, string hint, bool blocking,
        CancellationToken cancellationToken) =>
        Expect<T>(
            $"a message of type [{typeof(T)}]{From(sender)} that the predicate accepts",
            sender,
            (message, arrival) => predicate(message, arrival.Sender),
            timeout,
            hint,
            blocking,
            cancellationToken);

    private ValueTask<T> Asserted<T>(
        IActorRef sender, Action<T, IActorRef> assert, TimeSpan? timeout, string hint, bool blocking,
        CancellationToken cancellationToken) =>
        Typed<T>(
            sender,
            (message, arrival) =>
            {
                assert(message, arrival.Sender);
                return true;
            },
            timeout,
            hint,
            blocking,
            cancellationToken);

    private ValueTask<T> Equal<T>(
        IActorRef sender, T expected, TimeSpan? timeout, string hint, bool blocking, CancellationToken cancellationToken) =>
        Expect<T>(
            Described(expected) + From(sender),
            sender,
            (message, arrival) =>
            {
                _assertions.AssertEqual(expected, message, "{0}", arrival);
                return true;
            },
            timeout,
            hint,
            blocking,
            cancellationToken);

    private ValueTask<T> Equal<T>(
        T expected, Func<T, T, bool> comparer, TimeSpan? timeout, string hint, bool blocking, CancellationToken cancellationToken) =>
        Expect<T>(
            Described(expected),
            null,
            (message, arrival) =>
            {
                _assertions.AssertEqual(expected, message, comparer, "{0}", arrival);
                return true;
            },
            timeout,
            hint,
            blocking,
            cancellationToken);

    private async ValueTask<T> Expect<T>(
        string expected, IActorRef sender, Func<T, Arrival, bool> accept, TimeSpan? timeout, string hint, bool blocking,
        CancellationToken cancellationToken)
    {
        var max = RemainingOrDilated(timeout);
        var start = Now;
        var envelope = await Take(max, blocking, cancellationToken);
        var arrival = new Arrival(this, expected, max, Now - start) { Envelope = envelope, Hint = hint };
        if (arrival.Message is T message && (sender == null || sender.Equals(arrival.Sender)) && accept(message, arrival))
            return message;

        Fail(arrival);
        return default;
    }

    private static string From(IActorRef sender) => sender == null ? "" : $" from {sender}";
}
