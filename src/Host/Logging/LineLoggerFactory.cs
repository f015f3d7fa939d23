namespace Akka.Flink.Host.Logging;

using Microsoft.Extensions.Logging;

/// <summary>Writes the log in lines: to the display of a job while there is one, to standard error otherwise.</summary>
/// <param name="least">The lowest level that is written.</param>
/// <param name="clock">Says when.</param>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
internal sealed class LineLoggerFactory(LogLevel least, TimeProvider clock) : ILoggerFactory
{
    private volatile Action<string> _write = Console.Error.WriteLine;

    /// <summary>Where lines go.</summary>
    public Action<string> Write
    {
        get => _write;
        set => _write = value;
    }

    /// <summary>The level of a word of <c>log.level</c>.</summary>
    /// <param name="word">The word, by Akka's names.</param>
    public static LogLevel LevelOf(string word) => word switch
    {
        "DEBUG" => LogLevel.Debug,
        "INFO" => LogLevel.Information,
        "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        _ => LogLevel.None,
    };

    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName, least, clock);

    public void AddProvider(ILoggerProvider provider) => throw LoggingErrors.OneProvider();

    public void Dispose()
    {
    }
}
