namespace Akka.TestKit.Internal;

using Akka.Actor;
using Akka.Event;

/// <summary>Matches log events by a predicate and by their source.</summary>
internal sealed class LogEventFilter : EventFilterBase
{
    private readonly string _description;
    private readonly Predicate<LogEvent> _isMatch;
    private readonly string _source;

    public LogEventFilter(string description, Predicate<LogEvent> isMatch, string source)
    {
        _description = source == null ? description : $"{description}, from source [{source}]";
        _isMatch = isMatch;
        _source = source;
    }

    protected override string FilterDescriptiveName => _description;

    protected override bool IsMatch(LogEvent evt) => _isMatch(evt) && (_source == null || IsSource(evt.LogSource));

    private bool IsSource(string source) =>
        source == _source || (ActorPath.TryParse(source, out var path) && path.ToStringWithoutAddress() == _source);
}
