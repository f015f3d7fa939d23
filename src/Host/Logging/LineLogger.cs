namespace Akka.Flink.Host.Logging;

using System.Globalization;
using Microsoft.Extensions.Logging;

/// <summary>Writes the log of one class.</summary>
/// <param name="factory">Says where lines go.</param>
/// <param name="category">The class.</param>
/// <param name="least">The lowest level that is written.</param>
/// <param name="clock">Says when.</param>
internal sealed class LineLogger(LineLoggerFactory factory, string category, LogLevel least, TimeProvider clock) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;

        var time = clock.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var name = category[(category.LastIndexOf('.') + 1)..];
        var cause = exception is null ? "" : Environment.NewLine + exception;
        factory.Write($"{time} {Word(logLevel)} {name}: {formatter(state, exception)}{cause}");
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error or LogLevel.Critical => "error",
        _ => "debug",
    };
}
