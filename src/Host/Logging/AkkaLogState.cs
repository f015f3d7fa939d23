namespace Akka.Flink.Host.Logging;

using System.Collections;
using System.Globalization;
using Akka.Event;

/// <summary>One log event of Akka as the structured state that loggers take apart: values by position, source, template.</summary>
internal sealed class AkkaLogState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _fields;
    private readonly string _text;

    public AkkaLogState(LogEvent logEvent)
    {
        _text = logEvent.Message?.ToString() ?? "";
        _fields =
        [
            new("ActorPath", logEvent.LogSource),
            new("Timestamp", logEvent.Timestamp),
            new("Thread", logEvent.Thread.ManagedThreadId),
        ];
        if (logEvent.Message is LogMessage message)
            AddTemplate(message);
        else
            _fields.Add(new("{OriginalFormat}", _text));
    }

    public int Count => _fields.Count;

    public KeyValuePair<string, object?> this[int index] => _fields[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _fields.GetEnumerator();

    public override string ToString() => _text;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void AddTemplate(LogMessage message)
    {
        var position = 0;
        foreach (var value in message.Parameters())
            _fields.Add(new(position++.ToString(CultureInfo.InvariantCulture), value));
        _fields.Add(new("{OriginalFormat}", message.Format));   // last, as loggers expect it
    }
}
