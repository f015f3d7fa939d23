namespace Akka.Event;

using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;

/// <content>Starts and stops the loggers of an actor system.</content>
public partial class LoggingBus
{
    private int _loggerId;

    /// <summary>Starts the configured loggers; from then on standard output is silent, unless it is one of them.</summary>
    internal void StartDefaultLoggers(ActorSystemImpl system)
    {
        var settings = system.Settings;
        var logLevel = Logging.LogLevelFor(settings.LogLevel);
        var keepsStdout = false;

        foreach (var name in settings.Loggers)
        {
            var type = Type.GetType(name) ?? throw new ConfigurationException(
                $"Logger specified in config cannot be found: \"{name}\". " +
                "Correct 'akka.loggers'; types of other assemblies read 'Type, Assembly'.");

            if (typeof(MinimalLogger).IsAssignableFrom(type))
                keepsStdout = true;
            else
                StartLogger(system, type, logLevel);
        }

        if (settings.DebugUnhandledMessage)
        {
            var forwarder = system.SystemActorOf(Props.Create(typeof(UnhandledMessageForwarder)), nameof(UnhandledMessageForwarder));
            Subscribe(forwarder, typeof(UnhandledMessage));
        }

        if (!keepsStdout)
            RemoveLogger(settings.StdoutLogger);

        SetLogLevel(logLevel);
        Publish(new Debug(SimpleName(this), GetType(), "Default Loggers started"));
    }

    /// <summary>Goes back to standard output for what the system has to say while it ends.</summary>
    internal void StopDefaultLoggers(ActorSystem system)
    {
        var stdoutLogger = system.Settings.StdoutLogger;
        var stopping = _loggers.Where(logger => logger is not MinimalLogger).ToArray();
        if (stopping.Length > 0)
        {
            SetUpStdoutLogger(system.Settings);
            Publish(new Debug(SimpleName(this), GetType(), $"Shutting down: {SimpleName(stdoutLogger)} started"));
        }

        foreach (var logger in stopping)
        {
            RemoveLogger(logger);
            (logger as IInternalActorRef)?.Stop();
        }

        Publish(new Debug(SimpleName(this), GetType(), "All default loggers stopped"));
    }

    private void SetUpStdoutLogger(Settings config) => AddLogger(config.StdoutLogger, Logging.LogLevelFor(config.StdoutLogLevel));

    private void StartLogger(ActorSystemImpl system, Type type, LogLevel logLevel)
    {
        var settings = system.Settings;
        var name = $"log{Interlocked.Increment(ref _loggerId)}-{SimpleName(type)}";
        var logger = system.SystemActorOf(Props.Create(type).WithDispatcher(settings.LoggersDispatcher), name);
        var answer = logger.Ask<object>(new InitializeLogger(this), settings.LoggerStartTimeout);

        if (settings.LoggerAsyncStart)
            _ = AddWhenInitialized(answer, logger, name, logLevel, settings.LoggerStartTimeout);
        else
            AddInitialized(() => answer.GetAwaiter().GetResult(), logger, name, logLevel, settings.LoggerStartTimeout);
    }

    private async Task AddWhenInitialized(Task<object> answer, IActorRef logger, string name, LogLevel logLevel, TimeSpan timeout)
    {
        await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            AddInitialized(() => answer.GetAwaiter().GetResult(), logger, name, logLevel, timeout);
        }
        catch (Exception cause)
        {
            Publish(new Error(cause, SimpleName(this), GetType(), $"Logger [{name}] could not be started. Correct 'akka.loggers'."));
        }
    }

    private void AddInitialized(Func<object> answer, IActorRef logger, string name, LogLevel logLevel, TimeSpan timeout)
    {
        try
        {
            var response = answer();
            if (response is not LoggerInitialized)
            {
                throw new LoggerInitializationException(
                    $"Logger [{name}] did not respond with [{nameof(LoggerInitialized)}], sent instead [{response}]. " +
                    $"Let it answer {nameof(InitializeLogger)} so.");
            }
        }
        catch (AskTimeoutException)
        {
            Publish(new Warning(
                SimpleName(this),
                GetType(),
                $"Logger [{name}] did not respond within {timeout} to {nameof(InitializeLogger)}(bus), {nameof(LoggingBus)} will try and " +
                "use it anyway. Raise 'akka.logger-startup-timeout' if it is only slow."));
        }

        AddLogger(logger, logLevel);
        Publish(new Debug(SimpleName(this), GetType(), $"Logger {name} started"));
    }
}
