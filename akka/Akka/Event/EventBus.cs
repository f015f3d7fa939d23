namespace Akka.Event;

using System.Collections.Concurrent;
using System.Collections.Immutable;

/// <summary>Gives each event to those who subscribed to its classifier or to a broader one.</summary>
/// <remarks>
/// Publishing takes no lock. The subscriptions and, for each classifier that was seen, the array of those who get it, are one immutable
/// state with a cache; a change of the subscriptions replaces both, so that a publisher that is just filling the cache fills the old one.
/// </remarks>
public abstract class EventBus<TEvent, TClassifier, TSubscriber>
{
    private readonly Lock _changing = new();
    private volatile State _state = new(ImmutableDictionary<TClassifier, ImmutableArray<Subscription<TSubscriber, TClassifier>>>.Empty);

    public virtual void Publish(TEvent @event)
    {
        var state = _state;
        var classifier = GetClassifier(@event);
        if (!state.Cache.TryGetValue(classifier, out var subscribers))
        {
            subscribers = FindSubscribers(state, @event, classifier);
            state.Cache.TryAdd(classifier, subscribers);
        }

        foreach (var subscriber in subscribers)
            Publish(@event, subscriber);
    }

    /// <summary>False when the subscriber had subscribed to just this classifier before.</summary>
    public virtual bool Subscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_changing)
        {
            var all = _state.Subscriptions;
            var present = all.GetValueOrDefault(classifier, []);
            if (present.Any(subscription => Equals(subscription.Subscriber, subscriber)))
                return false;

            _state = new State(all.SetItem(classifier, present.Add(new Subscription<TSubscriber, TClassifier>(subscriber))));
            return true;
        }
    }

    public virtual bool Unsubscribe(TSubscriber subscriber)
    {
        lock (_changing)
        {
            var all = _state.Subscriptions;
            var rest = all;
            foreach (var (classifier, present) in all)
                rest = SetOrRemove(rest, classifier, present.RemoveAll(subscription => Equals(subscription.Subscriber, subscriber)));

            return Replace(all, rest);
        }
    }

    /// <summary>Also takes the classifier out of a subscription to a broader one.</summary>
    public virtual bool Unsubscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_changing)
        {
            var all = _state.Subscriptions;
            if (all.TryGetValue(classifier, out var present))
            {
                var left = present.RemoveAll(subscription => Equals(subscription.Subscriber, subscriber));
                return Replace(all, SetOrRemove(all, classifier, left));
            }

            var rest = all;
            foreach (var (broader, subscriptions) in all)
            {
                if (IsSubClassification(broader, classifier))
                    rest = rest.SetItem(broader, Without(subscriptions, subscriber, classifier));
            }

            return Replace(all, rest);
        }
    }

    /// <summary>Whether the subscriber still has any subscription.</summary>
    internal bool HasSubscriptions(TSubscriber subscriber)
    {
        foreach (var (_, subscriptions) in _state.Subscriptions)
        {
            if (subscriptions.Any(subscription => Equals(subscription.Subscriber, subscriber)))
                return true;
        }

        return false;
    }

    protected abstract bool Classify(TEvent @event, TClassifier classifier);

    protected abstract TClassifier GetClassifier(TEvent @event);

    protected abstract bool IsSubClassification(TClassifier parent, TClassifier child);

    protected abstract void Publish(TEvent @event, TSubscriber subscriber);

    protected string SimpleName(object source) => Logging.SimpleName(source);

    protected string SimpleName(Type source) => Logging.SimpleName(source);

    private static ImmutableDictionary<TClassifier, ImmutableArray<Subscription<TSubscriber, TClassifier>>> SetOrRemove(
        ImmutableDictionary<TClassifier, ImmutableArray<Subscription<TSubscriber, TClassifier>>> all,
        TClassifier classifier,
        ImmutableArray<Subscription<TSubscriber, TClassifier>> subscriptions) =>
        subscriptions.IsEmpty ? all.Remove(classifier) : all.SetItem(classifier, subscriptions);

    private static ImmutableArray<Subscription<TSubscriber, TClassifier>> Without(
        ImmutableArray<Subscription<TSubscriber, TClassifier>> subscriptions, TSubscriber subscriber, TClassifier classifier)
    {
        for (var i = 0; i < subscriptions.Length; i++)
        {
            var subscription = subscriptions[i];
            if (Equals(subscription.Subscriber, subscriber) && !subscription.Unsubscriptions.Contains(classifier))
            {
                var unsubscriptions = subscription.Unsubscriptions.Append(classifier);
                subscriptions = subscriptions.SetItem(i, new Subscription<TSubscriber, TClassifier>(subscriber, unsubscriptions));
            }
        }

        return subscriptions;
    }

    private bool Replace(
        ImmutableDictionary<TClassifier, ImmutableArray<Subscription<TSubscriber, TClassifier>>> old,
        ImmutableDictionary<TClassifier, ImmutableArray<Subscription<TSubscriber, TClassifier>>> replacement)
    {
        if (ReferenceEquals(old, replacement))
            return false;

        _state = new State(replacement);
        return true;
    }

    private TSubscriber[] FindSubscribers(State state, TEvent @event, TClassifier classifier)
    {
        var found = new HashSet<TSubscriber>();
        foreach (var (subscribedTo, subscriptions) in state.Subscriptions)
        {
            if (!Classify(@event, subscribedTo))
                continue;

            foreach (var subscription in subscriptions)
            {
                if (!subscription.Unsubscriptions.Any(unsubscribed => IsSubClassification(unsubscribed, classifier)))
                    found.Add(subscription.Subscriber);
            }
        }

        return [.. found];
    }

    private sealed class State(ImmutableDictionary<TClassifier, ImmutableArray<Subscription<TSubscriber, TClassifier>>> subscriptions)
    {
        public ImmutableDictionary<TClassifier, ImmutableArray<Subscription<TSubscriber, TClassifier>>> Subscriptions =>
            subscriptions;

        public ConcurrentDictionary<TClassifier, TSubscriber[]> Cache { get; } = new();
    }
}
