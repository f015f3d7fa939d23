namespace Akka.TestKit;

using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;

/// <summary>Makes filters for log events, to expect or to mute them.</summary>
public class EventFilterFactory
{
    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    public EventFilterFactory(TestKitBase testkit)
        : this(testkit, testkit.Sys)
    {
    }

    public EventFilterFactory(TestKitBase testkit, ActorSystem system)
        : this(testkit, system, [])
    {
    }

    public EventFilterFactory(TestKitBase testkit, ActorSystem actorSystem, IReadOnlyList<EventFilterBase> filters)
    {
        _testkit = testkit;
        _system = actorSystem;
        _filters = filters;
    }

    public IEventFilterApplier Debug(string message = null, string start = null, string contains = null, string source = null) =>
        ForLogLevel(LogLevel.DebugLevel, message, start, contains, source);

    public IEventFilterApplier Debug(Regex pattern, string source = null) => ForLogLevel(LogLevel.DebugLevel, pattern, source);

    public IEventFilterApplier Info(string message = null, string start = null, string contains = null, string source = null) =>
        ForLogLevel(LogLevel.InfoLevel, message, start, contains, source);

    public IEventFilterApplier Info(Regex pattern, string source = null) => ForLogLevel(LogLevel.InfoLevel, pattern, source);

    public IEventFilterApplier Warning(string message = null, string start = null, string contains = null, string source = null) =>
        ForLogLevel(LogLevel.WarningLevel, message, start, contains, source);

    public IEventFilterApplier Warning(Regex pattern, string source = null) => ForLogLevel(LogLevel.WarningLevel, pattern, source);

    public IEventFilterApplier Error(string message = null, string start = null, string contains = null, string source = null) =>
        ForLogLevel(LogLevel.ErrorLevel, message, start, contains, source);

    public IEventFilterApplier Error(Regex pattern, string source = null) => ForLogLevel(LogLevel.ErrorLevel, pattern, source);

    public IEventFilterApplier ForLogLevel(
        LogLevel logLevel, string message = null, string start = null, string contains = null, string source = null) =>
        ForLogLevel(logLevel, new MessagePattern(message, start, contains), source);

    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string source = null) =>
        ForLogLevel(logLevel, new MessagePattern(pattern), source);

    public IEventFilterApplier Exception<TException>(Regex pattern, string source = null)
        where TException : Exception => Exception(typeof(TException), pattern, source);

    public IEventFilterApplier Exception(Type exceptionType, Regex pattern, string source = null, bool checkInnerExceptions = false) =>
        Exception(exceptionType, new MessagePattern(pattern), source, checkInnerExceptions);

    public IEventFilterApplier Exception<TException>(
        string message = null, string start = null, string contains = null, string source = null)
        where TException : Exception => Exception(typeof(TException), message, start, contains, source);

    public IEventFilterApplier Exception(
        Type exceptionType, string message = null, string start = null, string contains = null, string source = null,
        bool checkInnerExceptions = false) =>
        Exception(exceptionType, new MessagePattern(message, start, contains), source, checkInnerExceptions);

    public IEventFilterApplier Custom(Predicate<LogEvent> predicate) => Apply("log events that the predicate accepts", predicate, null);

    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate)
        where TLogEvent : LogEvent => Custom(logEvent => logEvent is TLogEvent typed && predicate(typed));

    public IEventFilterApplier DeadLetter() => DeadLetter("dead letters", _ => true, null);

    public IEventFilterApplier DeadLetter<TMessage>(string source = null) => DeadLetter(typeof(TMessage), source);

    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string source = null) =>
        DeadLetter(typeof(TMessage), message => isMatch((TMessage)message), source);

    public IEventFilterApplier DeadLetter(Type type, string source = null) => DeadLetter(type, _ => true, source);

    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string source = null) =>
        DeadLetter($"dead letters of type [{type}]", message => type.IsInstanceOfType(message) && isMatch(message), source);

    private IEventFilterApplier DeadLetter(string description, Predicate<object> isMatch, string source) => Apply(
        description, logEvent => logEvent is Warning { Message: DeadLetter letter } && isMatch(letter.Message), source);

    private IEventFilterApplier ForLogLevel(LogLevel level, MessagePattern pattern, string source) => Apply(
        $"log events of level [{level}]{pattern}", logEvent => logEvent.LogLevel() == level && pattern.IsMatch(logEvent.Message), source);

    private IEventFilterApplier Exception(Type type, MessagePattern pattern, string source, bool checkInner) => Apply(
        $"logged exceptions of type [{type}]{pattern}",
        logEvent => logEvent is Error error && IsMatch(error, error.Cause, type, pattern, checkInner),
        source);

    private static bool IsMatch(Error error, Exception cause, Type type, MessagePattern pattern, bool checkInner)
    {
        if (cause == null)
            return false;
        if (type.IsInstanceOfType(cause) && (pattern.IsMatch(error.Message) || pattern.IsMatch(cause.Message)))
            return true;
        return checkInner && IsMatch(error, cause.InnerException, type, pattern, checkInner: true);
    }

    private IEventFilterApplier Apply(string description, Predicate<LogEvent> isMatch, string source) => new InternalEventFilterApplier(
        _testkit, _system, [.. _filters, new LogEventFilter(description, isMatch, source)]);
}
