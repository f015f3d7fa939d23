namespace Akka.Flink.Host.Rest;

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

/// <summary>Leaves out what the web server says of each request.</summary>
/// <param name="inner">Where the rest goes; it is not disposed of.</param>
internal sealed class QuietLoggerFactory(ILoggerFactory inner) : ILoggerFactory
{
    private const string WebServer = "Microsoft.";

    // What keeps it from starting is thrown, too.
    private const string WebHost = "Microsoft.Extensions.Hosting.";

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith(WebHost, StringComparison.Ordinal) ? NullLogger.Instance
        : categoryName.StartsWith(WebServer, StringComparison.Ordinal) ? new Warnings(inner.CreateLogger(categoryName))
        : inner.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
    }

    private sealed class Warnings(ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => NullLogger.Instance.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning && logger.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                logger.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
