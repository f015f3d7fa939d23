namespace Akka.Flink.Host.Cli;

using System.CommandLine;
using Akka.Flink.Host.Rest;

/// <summary>Which cluster a command is for: options that such commands have in common.</summary>
internal sealed class ClusterTarget
{
    /// <summary>Where the first node of a host listens.</summary>
    public const string DefaultUrl = "http://127.0.0.1:8081";

    private readonly Option<string?> _url;

    private readonly Option<string?> _token = new("--token")
    {
        Description = "The node's token (akka.flink.rest.token); better in AKKA_FLINK_TOKEN, which no list of processes shows.",
        HelpName = "TOKEN",
    };

    private readonly Option<string?> _authority = new("--ca")
    {
        Description = "A certificate (PEM) that is trusted beside those of this host; or in the variable AKKA_FLINK_CA.",
        HelpName = "FILE",
    };

    /// <summary>Makes the options.</summary>
    /// <param name="name">What the URL's option is called.</param>
    public ClusterTarget(string name = "--url") => _url = new Option<string?>(name)
    {
        Description = $"The REST API of a node of the cluster; by default the variable AKKA_FLINK_URL, or {DefaultUrl}.",
        HelpName = "URL",
    };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(_url);
        command.Options.Add(_token);
        command.Options.Add(_authority);
    }

    /// <summary>Whether the cluster was named.</summary>
    /// <param name="parsed">The command line.</param>
    public bool IsNamed(ParseResult parsed) => parsed.GetValue(_url) is not null;

    /// <summary>The node that was named.</summary>
    /// <param name="parsed">The command line.</param>
    public string UrlOf(ParseResult parsed) => parsed.GetValue(_url) ?? Variable("AKKA_FLINK_URL") ?? DefaultUrl;

    /// <summary>A client of it.</summary>
    /// <param name="parsed">The command line.</param>
    public RestClient Open(ParseResult parsed) => new(
        UrlOf(parsed),
        parsed.GetValue(_token) ?? Variable("AKKA_FLINK_TOKEN"),
        parsed.GetValue(_authority) ?? Variable("AKKA_FLINK_CA"));

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
