namespace Akka.Event;

/// <summary>One who subscribed, and the narrower classifiers that were taken out again.</summary>
public class Subscription<TSubscriber, TClassifier>
{
    public Subscription(TSubscriber subscriber, IEnumerable<TClassifier> unsubscriptions)
    {
        Subscriber = subscriber;
        Unsubscriptions = new HashSet<TClassifier>(unsubscriptions);
    }

    public Subscription(TSubscriber subscriber)
        : this(subscriber, [])
    {
    }

    public TSubscriber Subscriber { get; }

    public ISet<TClassifier> Unsubscriptions { get; }
}
