namespace Akka.Event;

/// <summary>Makes a text of a template and its values.</summary>
public interface ILogMessageFormatter
{
    string Format(string format, params object[] args);

    string Format(string format, IEnumerable<object> args);
}
