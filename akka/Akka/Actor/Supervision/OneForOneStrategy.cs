namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Util;

/// <summary>Acts on the child that failed, and on no other.</summary>
public class OneForOneStrategy : SupervisorStrategy, IEquatable<OneForOneStrategy>
{
    private readonly int _maxNumberOfRetries = -1;
    private readonly int _withinTimeRangeMilliseconds = -1;
    private readonly IDecider _decider = DefaultDecider;

    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries, withinTimeRange, Akka.Actor.Decider.From(localOnlyDecider))
    {
    }

    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(maxNrOfRetries ?? -1, ToMilliseconds(withinTimeRange), decider)
    {
    }

    public OneForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, Akka.Actor.Decider.From(localOnlyDecider), loggingEnabled)
    {
    }

    public OneForOneStrategy(int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
    {
        _maxNumberOfRetries = maxNrOfRetries;
        _withinTimeRangeMilliseconds = withinTimeMilliseconds;
        _decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(-1, -1, localOnlyDecider)
    {
    }

    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(-1, -1, localOnlyDecider, loggingEnabled)
    {
    }

    public OneForOneStrategy(IDecider decider)
        : this(-1, -1, decider)
    {
    }

    protected OneForOneStrategy()
        : this(DefaultDecider)
    {
    }

    public int MaxNumberOfRetries => _maxNumberOfRetries;

    public int WithinTimeRangeMilliseconds => _withinTimeRangeMilliseconds;

    public override IDecider Decider => _decider;

    public OneForOneStrategy WithMaxNrOfRetries(int maxNrOfRetries) =>
        new(maxNrOfRetries, _withinTimeRangeMilliseconds, _decider, LoggingEnabled);

    protected override Directive Handle(IActorRef child, Exception exception) => Decider.Decide(exception);

    public override void ProcessFailure(
        IActorContext context,
        bool restart,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children)
    {
        if (restart && stats.RequestRestartPermission(MaxNumberOfRetries, WithinTimeRangeMilliseconds))
            RestartChild(child, cause, suspendFirst: false);
        else
            context.Stop(child);
    }

    public override void HandleChildTerminated(IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children)
    {
    }

    public override ISurrogate ToSurrogate(ActorSystem system) => Decider is LocalOnlyDecider
        ? throw new NotSupportedException("Can not serialize LocalOnlyDecider. Use a DeployableDecider, made by Decider.From with pairs.")
        : new OneForOneStrategySurrogate
        {
            Decider = Decider,
            LoggingEnabled = LoggingEnabled,
            MaxNumberOfRetries = MaxNumberOfRetries,
            WithinTimeRangeMilliseconds = WithinTimeRangeMilliseconds,
        };

    public bool Equals(OneForOneStrategy other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (MaxNumberOfRetries == other.MaxNumberOfRetries
                && WithinTimeRangeMilliseconds == other.WithinTimeRangeMilliseconds
                && Decider.Equals(other.Decider)));

    public override bool Equals(object obj) => obj is OneForOneStrategy other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Decider, MaxNumberOfRetries, WithinTimeRangeMilliseconds);

    /// <summary>The strategy, as it travels between systems.</summary>
    public class OneForOneStrategySurrogate : ISurrogate
    {
        public IDecider Decider { get; set; }

        public bool LoggingEnabled { get; set; }

        public int MaxNumberOfRetries { get; set; }

        public int WithinTimeRangeMilliseconds { get; set; }

        public ISurrogated FromSurrogate(ActorSystem system) =>
            new OneForOneStrategy(MaxNumberOfRetries, WithinTimeRangeMilliseconds, Decider, LoggingEnabled);
    }
}
