namespace Akka.TestKit.Internal;

using System.Text.RegularExpressions;

/// <summary>What the text of a log event must look like.</summary>
internal sealed class MessagePattern
{
    private readonly Predicate<string> _isMatch;
    private readonly string _description;

    public MessagePattern(string message, string start, string contains)
    {
        (_isMatch, _description) = (message, start, contains) switch
        {
            ({ } whole, _, _) => (text => text == whole, $" with message [{whole}]"),
            (_, { } first, _) => (text => text.StartsWith(first, StringComparison.Ordinal), $" whose message starts with [{first}]"),
            (_, _, { } part) => (text => text.Contains(part, StringComparison.Ordinal), $" whose message contains [{part}]"),
            _ => ((Predicate<string>)(_ => true), ""),
        };
    }

    public MessagePattern(Regex pattern)
    {
        _isMatch = pattern.IsMatch;
        _description = $" whose message matches [{pattern}]";
    }

    public bool IsMatch(object message) => _isMatch(message?.ToString() ?? "null");

    public override string ToString() => _description;
}
