namespace Akka.Flink.Host.Cli;

using System.CommandLine;

/// <summary>The options of a command that say what is configured.</summary>
internal sealed class ConfigurationOptions
{
    private readonly Option<string[]> _files = new("-c", "--config")
    {
        Description = "A configuration file; its values win over hocon.conf of the working folder.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _assignments = new("-D") { Description = "Sets a key of the configuration.", HelpName = "key=value" };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(_files);
        command.Options.Add(_assignments);
    }

    /// <summary>The files, weak ones first.</summary>
    /// <param name="parsed">The command line.</param>
    public IReadOnlyList<string> FilesOf(ParseResult parsed) => parsed.GetValue(_files) ?? [];

    /// <summary>What stands behind <c>-D</c>.</summary>
    /// <param name="parsed">The command line.</param>
    public IReadOnlyList<string> AssignmentsOf(ParseResult parsed) => parsed.GetValue(_assignments) ?? [];

    /// <summary>The same options for another command, which may run in another folder.</summary>
    /// <param name="parsed">The command line.</param>
    public IEnumerable<string> Given(ParseResult parsed) =>
        FilesOf(parsed).SelectMany(file => new[] { "-c", Path.GetFullPath(file) })
            .Concat(AssignmentsOf(parsed).SelectMany(assignment => new[] { "-D", assignment }));
}
