namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Util;

/// <summary>Acts on all children when one fails.</summary>
public class AllForOneStrategy : SupervisorStrategy, IEquatable<AllForOneStrategy>
{
    private readonly int _maxNumberOfRetries = -1;
    private readonly int _withinTimeRangeMilliseconds = -1;
    private readonly IDecider _decider = DefaultDecider;

    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries, withinTimeRange, Akka.Actor.Decider.From(localOnlyDecider))
    {
    }

    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(maxNrOfRetries ?? -1, ToMilliseconds(withinTimeRange), decider)
    {
    }

    public AllForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, Akka.Actor.Decider.From(localOnlyDecider), loggingEnabled)
    {
    }

    public AllForOneStrategy(int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
    {
        _maxNumberOfRetries = maxNrOfRetries;
        _withinTimeRangeMilliseconds = withinTimeMilliseconds;
        _decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(-1, -1, localOnlyDecider)
    {
    }

    public AllForOneStrategy(IDecider decider)
        : this(-1, -1, decider)
    {
    }

    protected AllForOneStrategy()
        : this(DefaultDecider)
    {
    }

    public int MaxNumberOfRetries => _maxNumberOfRetries;

    public int WithinTimeRangeMilliseconds => _withinTimeRangeMilliseconds;

    public override IDecider Decider => _decider;

    protected override Directive Handle(IActorRef child, Exception exception) => Decider.Decide(exception);

    public override void ProcessFailure(
        IActorContext context,
        bool restart,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children)
    {
        if (children.Count == 0)
            return;

        if (restart && children.All(c => c.RequestRestartPermission(MaxNumberOfRetries, WithinTimeRangeMilliseconds)))
        {
            // The one that failed is suspended already; its siblings are not.
            foreach (var each in children)
                RestartChild(each.Child, cause, suspendFirst: !child.Equals(each.Child));
            return;
        }

        foreach (var each in children)
            context.Stop(each.Child);
    }

    public override void HandleChildTerminated(IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children)
    {
    }

    public override ISurrogate ToSurrogate(ActorSystem system) => Decider is LocalOnlyDecider
        ? throw new NotSupportedException("Can not serialize LocalOnlyDecider. Use a DeployableDecider, made by Decider.From with pairs.")
        : new AllForOneStrategySurrogate
        {
            Decider = Decider,
            LoggingEnabled = LoggingEnabled,
            MaxNumberOfRetries = MaxNumberOfRetries,
            WithinTimeRangeMilliseconds = WithinTimeRangeMilliseconds,
        };

    public bool Equals(AllForOneStrategy other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (MaxNumberOfRetries == other.MaxNumberOfRetries
                && WithinTimeRangeMilliseconds == other.WithinTimeRangeMilliseconds
                && Decider.Equals(other.Decider)));

    public override bool Equals(object obj) => obj is AllForOneStrategy other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Decider, MaxNumberOfRetries, WithinTimeRangeMilliseconds);

    /// <summary>The strategy, as it travels between systems.</summary>
    public class AllForOneStrategySurrogate : ISurrogate
    {
        public IDecider Decider { get; set; }

        public bool LoggingEnabled { get; set; }

        public int MaxNumberOfRetries { get; set; }

        public int WithinTimeRangeMilliseconds { get; set; }

        public ISurrogated FromSurrogate(ActorSystem system) =>
            new AllForOneStrategy(MaxNumberOfRetries, WithinTimeRangeMilliseconds, Decider, LoggingEnabled);
    }
}
