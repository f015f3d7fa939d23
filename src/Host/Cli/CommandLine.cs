namespace Akka.Flink.Host.Cli;

using System.CommandLine;

/// <summary>What <c>akka-flink</c> understands.</summary>
internal static class CommandLine
{
    /// <summary>Makes the root command.</summary>
    /// <param name="programArguments">What stands behind '--'.</param>
    public static RootCommand Create(string[] programArguments)
    {
        var root = new RootCommand("Runs stream processing programs of Akka.Flink, here or on a cluster.");
        root.Subcommands.Add(Run(programArguments));
        NodeCommands.AddTo(root);
        ClusterCommands.AddTo(root);
        KafkaCommands.AddTo(root);
        return root;
    }

    private static Command Run(string[] programArguments)
    {
        var program = new Argument<string>("program")
        {
            Description = "The name of a sample (a folder of samples/), or the path of a program's assembly.",
        };
        program.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>()?.StartsWith('-') == true)
                result.AddError($"There is no option '{result.GetValueOrDefault<string>()}'.");
        });
        var className = new Option<string?>("--class") { Description = "The class whose Main is called.", HelpName = "NAME" };
        var configuration = new ConfigurationOptions();
        var restart = new Option<bool>("--restart")
        {
            Description = "Runs a job that has finished anew, from the start; with --from-savepoint, begins from that again.",
        };
        var savepoint = new SavepointOptions();
        var run = new Command(
            "run",
            "Runs a program here or, with --cluster, on a cluster; or resumes what it has not finished. Its arguments stand behind '--'.")
        {
            program, className, restart,
        };
        savepoint.AddTo(run);
        configuration.AddTo(run);
        var cluster = new ClusterTarget("--cluster");
        var wait = new Option<bool>("--wait")
        {
            Description = "Waits until the job on the cluster ends; Ctrl-C ends the waiting, not the job.",
        };
        cluster.AddTo(run);
        run.Options.Add(wait);
        run.SetAction(async (parsed, cancellation) =>
        {
            var command = new RunCommand(
                parsed.GetValue(program)!,
                parsed.GetValue(className),
                configuration.FilesOf(parsed),
                [.. configuration.AssignmentsOf(parsed), .. savepoint.AssignmentsOf(parsed, cluster.IsNamed(parsed))],
                parsed.GetValue(restart),
                programArguments);
            if (!cluster.IsNamed(parsed))
                return parsed.GetValue(wait) ? throw CliErrors.WaitNeedsCluster() : await command.RunAsync().ConfigureAwait(false);

            using var client = cluster.Open(parsed);
            return await command.SubmitAsync(client, cluster.UrlOf(parsed), parsed.GetValue(wait), cancellation).ConfigureAwait(false);
        });
        return run;
    }
}
