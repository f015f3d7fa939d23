namespace Akka.TestKit.Internal;

using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestEvent;

/// <summary>Sets filters at the <see cref="TestEventListener"/> while a block runs, and counts what they match.</summary>
internal sealed class InternalEventFilterApplier : IEventFilterApplier
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    public InternalEventFilterApplier(TestKitBase testkit, ActorSystem system, IReadOnlyList<EventFilterBase> filters)
    {
        _testkit = testkit;
        _system = system;
        _filters = filters;
    }

    public EventFilterFactory And => new(_testkit, _system, _filters);

    public void ExpectOne(Action action, CancellationToken cancellationToken = default) => Expect(1, action, cancellationToken);

    public void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Expect(1, timeout, action, cancellationToken);

    public T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default) => Expect(1, func, cancellationToken);

    public T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Expect(1, timeout, func, cancellationToken);

    public Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, actionAsync, cancellationToken);

    public Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, timeout, action, cancellationToken);

    public void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default) =>
        Intercept(Returning(action), expectedCount, null, cancellationToken);

    public void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Intercept(Returning(action), expectedCount, timeout, cancellationToken);

    public T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default) =>
        Intercept(func, expectedCount, null, cancellationToken);

    public T Expect<T>(int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Intercept(func, expectedCount, timeout, cancellationToken);

    public Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        InterceptAsync(actionAsync, expectedCount, null, cancellationToken);

    public Task ExpectAsync(int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        InterceptAsync(action, expectedCount, timeout, cancellationToken);

    public void Mute(Action action, CancellationToken cancellationToken = default) =>
        Intercept(Returning(action), null, null, cancellationToken);

    public T Mute<T>(Func<T> func, CancellationToken cancellationToken = default) => Intercept(func, null, null, cancellationToken);

    public Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default) =>
        InterceptAsync(action, null, null, cancellationToken);

    public IUnmutableFilter Mute() => new Interception(_filters, _system);

    private static Func<object> Returning(Action action) => () =>
    {
        action();
        return null;
    };

    private T Intercept<T>(Func<T> func, int? expected, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        using var interception = new Interception(_filters, _system);
        var result = func();
        if (expected is not { } count)
            return result;

        var limit = Limit(timeout);
        _testkit.AwaitConditionNoThrow(() => interception.Count >= Math.Max(count, 1), limit, Interval, cancellationToken);
        Check(interception, count, limit);
        return result;
    }

    private async Task InterceptAsync(Func<Task> action, int? expected, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        using var interception = new Interception(_filters, _system);
        await action();
        if (expected is not { } count)
            return;

        var limit = Limit(timeout);
        await _testkit.AwaitConditionNoThrowAsync(() => interception.Count >= Math.Max(count, 1), limit, Interval, cancellationToken);
        Check(interception, count, limit);
    }

    private TimeSpan Limit(TimeSpan? timeout) =>
        timeout is { } given ? _testkit.Dilated(given) : _testkit.TestKitSettings.TestEventFilterLeeway;

    private void Check(Interception interception, int expected, TimeSpan limit)
    {
        var matched = interception.Matched();
        if (matched.Length == expected)
            return;

        _testkit.Fail(
            $"Expected {expected} {string.Join(" or ", _filters)} within {limit.TotalSeconds:0.###} s, but {matched.Length} came" +
            (matched.Length == 0
                ? ". Is the log level on, and 'Akka.TestKit.TestEventListener, Akka.TestKit' in 'akka.loggers'?"
                : $": {string.Join("; ", matched)}"));
    }

    /// <summary>Filters that are set at the listener until this is disposed of.</summary>
    private sealed class Interception : IUnmutableFilter
    {
        private readonly IReadOnlyList<EventFilterBase> _filters;
        private readonly ActorSystem _system;
        private readonly List<string> _matched = [];

        public Interception(IReadOnlyList<EventFilterBase> filters, ActorSystem system)
        {
            _filters = filters;
            _system = system;
            foreach (var filter in filters)
                filter.EventMatched += Note;
            system.EventStream.Publish(new Mute(filters));
        }

        public int Count
        {
            get
            {
                lock (_matched)
                    return _matched.Count;
            }
        }

        public string[] Matched()
        {
            lock (_matched)
                return _matched.ToArray();
        }

        public void Unmute() => _system.EventStream.Publish(new Unmute(_filters));

        public void Dispose()
        {
            Unmute();
            foreach (var filter in _filters)
                filter.EventMatched -= Note;
        }

        private void Note(EventFilterBase filter, LogEvent logEvent)
        {
            lock (_matched)
                _matched.Add(logEvent.ToString());
        }
    }
}
