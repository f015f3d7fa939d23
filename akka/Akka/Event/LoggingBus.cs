namespace Akka.Event;

using Akka.Actor;

/// <summary>A bus on which loggers listen to the log events of their level and above.</summary>
public partial class LoggingBus : ActorEventBus<object, Type>
{
    private static readonly LogLevel[] AllLogLevels = Enum.GetValues<LogLevel>();

    private readonly Lock _changingLoggers = new();
    private readonly List<IActorRef> _loggers = [];
    private volatile LogLevel _logLevel;

    public LogLevel LogLevel => _logLevel;

    /// <summary>Subscribes all loggers to the events of this level and above, and to no other.</summary>
    public void SetLogLevel(LogLevel logLevel)
    {
        lock (_changingLoggers)
        {
            _logLevel = logLevel;
            foreach (var logger in _loggers)
                SubscribeToLevel(logger, logLevel);
        }
    }

    public void StartStdoutLogger(Settings config)
    {
        SetUpStdoutLogger(config);
        Publish(new Debug(SimpleName(this), GetType(), $"{SimpleName(config.StdoutLogger)} started"));
    }

    protected override bool Classify(object @event, Type classifier) => classifier.IsAssignableFrom(GetClassifier(@event));

    protected override Type GetClassifier(object @event) => @event.GetType();

    protected override bool IsSubClassification(Type parent, Type child) => parent.IsAssignableFrom(child);

    protected override void Publish(object @event, IActorRef subscriber) => subscriber.Tell(@event, ActorRefs.NoSender);

    private void SubscribeToLevel(IActorRef logger, LogLevel logLevel)
    {
        foreach (var level in AllLogLevels)
        {
            if (level >= logLevel)
                Subscribe(logger, level.ClassFor());
            else
                Unsubscribe(logger, level.ClassFor());
        }
    }

    private void AddLogger(IActorRef logger, LogLevel logLevel)
    {
        lock (_changingLoggers)
        {
            if (!_loggers.Contains(logger))
                _loggers.Add(logger);
            _logLevel = logLevel;
            SubscribeToLevel(logger, logLevel);
        }
    }

    private void RemoveLogger(IActorRef logger)
    {
        lock (_changingLoggers)
            _loggers.Remove(logger);

        Unsubscribe(logger);
    }
}
