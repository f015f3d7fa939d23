namespace Akka.Flink.Host.Tests.Logging;

using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

/// <summary>Keeps what is logged, for a test to wait for.</summary>
internal sealed class RecordingLoggerFactory(LogLevel minimum = LogLevel.Trace) : ILoggerFactory
{
    private readonly Channel<Entry> _entries = Channel.CreateUnbounded<Entry>();

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, minimum, _entries.Writer);

    public void AddProvider(ILoggerProvider provider) => throw new InvalidOperationException("The recorder is its own only provider.");

    public void Dispose()
    {
    }

    /// <summary>The next entry of which the condition holds; fails when none comes within ten seconds.</summary>
    public async Task<Entry> Next(Func<Entry, bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await foreach (var entry in _entries.Reader.ReadAllAsync(deadline.Token))
        {
            if (condition(entry))
                return entry;
        }

        throw new InvalidOperationException("The recorder was closed.");
    }

    public sealed record Entry(
        string Category, LogLevel Level, string Text, Exception? Exception, IReadOnlyDictionary<string, object?> Fields);

    private sealed class Recorder(string category, LogLevel minimum, ChannelWriter<Entry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var fields = new ConcurrentDictionary<string, object?>((IEnumerable<KeyValuePair<string, object?>>)state!);
            entries.TryWrite(new Entry(category, logLevel, formatter(state, exception), exception, fields));
        }
    }
}
