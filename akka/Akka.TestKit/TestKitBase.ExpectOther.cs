namespace Akka.TestKit;

using System.Runtime.CompilerServices;
using Akka.Actor;

public abstract partial class TestKitBase
{
    public void ExpectNoMsg(CancellationToken cancellationToken = default) =>
        Silence(RemainingOrDefault, true, cancellationToken).GetAwaiter().GetResult();

    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        Silence(Dilated(duration), true, cancellationToken).GetAwaiter().GetResult();

    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default) =>
        Silence(RemainingOrDefault, false, cancellationToken);

    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default) =>
        Silence(Dilated(duration), false, cancellationToken);

    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsgAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    public Terminated ExpectTerminated(
        IActorRef target, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default) =>
        Result(Termination(target, timeout, hint, true, cancellationToken));

    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default) =>
        Termination(target, timeout, hint, false, cancellationToken);

    /// <summary>Takes as many messages as are given, in any order: each that is given must come, and no other.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) =>
        Drain(AllOf(RemainingOrDefault, messages, true, CancellationToken.None));

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Drain(AllOf(RemainingOrDefault, messages, true, cancellationToken));

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) =>
        Drain(AllOf(Dilated(max), messages, true, CancellationToken.None));

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Drain(AllOf(Dilated(max), messages, true, cancellationToken));

    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(RemainingOrDefault, messages, false, cancellationToken);

    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(Dilated(max), messages, false, cancellationToken);

    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        Result(AnyOf(messages, true, cancellationToken));

    public ValueTask<T> ExpectMsgAnyOfAsync<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        AnyOf(messages, false, cancellationToken);

    private async ValueTask Silence(TimeSpan duration, bool blocking, CancellationToken cancellationToken)
    {
        var start = Now;
        var envelope = await Take(duration, blocking, cancellationToken);
        if (envelope != null)
            Fail(new Arrival(this, "no message", duration, Now - start) { Envelope = envelope });
        _lastWasNoMessage = true;
    }

    private ValueTask<Terminated> Termination(
        IActorRef target, TimeSpan? timeout, string hint, bool blocking, CancellationToken cancellationToken) =>
        Expect<Terminated>(
            $"Terminated of the watched {target}",
            null,
            (message, _) => message.ActorRef.Equals(target),
            timeout,
            hint,
            blocking,
            cancellationToken);

    private async IAsyncEnumerable<T> AllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, bool blocking, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = Now;
        var received = new List<object>();
        var expected = $"{messages.Count} messages ({List(messages)})";
        await foreach (var message in ReceiveCount(messages.Count, max, expected, blocking, cancellationToken))
            received.Add(message);

        var missing = messages.Where(wanted => !received.Contains(wanted)).ToList();
        var unexpected = received.Where(message => message is not T typed || !messages.Contains(typed)).ToList();
        if (missing.Count > 0 || unexpected.Count > 0)
        {
            var outcome = $"({List(missing)}) were missing and ({List(unexpected)}) had come";
            Fail(new Arrival(this, expected, max, Now - start) { Outcome = outcome });
        }

        foreach (var message in received)
            yield return (T)message;
    }

    private ValueTask<T> AnyOf<T>(IEnumerable<T> messages, bool blocking, CancellationToken cancellationToken)
    {
        var all = messages.ToList();
        return Expect<T>($"one of ({List(all)})", null, (message, _) => all.Contains(message), null, null, blocking, cancellationToken);
    }

    private static string List<T>(IEnumerable<T> messages) => string.Join(", ", messages);
}
