namespace Akka.Flink.Host.Cli;

using System.CommandLine;

/// <summary>The options of 'run' that are about savepoints: short for settings.</summary>
internal sealed class SavepointOptions
{
    private readonly Option<string?> _from = new("--from-savepoint")
    {
        Description = "The directory of a savepoint that the job begins from. The same command again goes on with what began from it.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _allows = new("--allow-non-restored-state")
    {
        Description = "Leaves state of the savepoint behind that no operator of the job claims.",
    };

    private readonly Option<string?> _atStop = new("--savepoint-at-stop")
    {
        Description = "Ctrl-C ends the job with a savepoint, in a directory of its own below this one.",
        HelpName = "DIR",
    };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_allows);
        command.Options.Add(_atStop);
    }

    /// <summary>The settings that they stand for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="isOnCluster">Whether a cluster runs the job: its nodes have working folders of their own.</param>
    public IReadOnlyList<string> AssignmentsOf(ParseResult parsed, bool isOnCluster)
    {
        var assignments = new List<string>();
        var (from, atStop) = (parsed.GetValue(_from), parsed.GetValue(_atStop));
        if (isOnCluster && atStop is not null)
            throw CliErrors.SavepointAtStopOnCluster();

        if (from is not null)
            assignments.Add($"execution.state-recovery.path={(isOnCluster ? Path.GetFullPath(from) : from)}");
        if (parsed.GetValue(_allows))
            assignments.Add("execution.state-recovery.ignore-unclaimed-state=on");
        if (atStop is not null)
        {
            assignments.Add($"execution.checkpointing.savepoint-dir={atStop}");
            assignments.Add("execution.checkpointing.savepoint-at-stop=on");
        }

        return assignments;
    }
}
