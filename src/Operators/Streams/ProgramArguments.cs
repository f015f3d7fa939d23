namespace Akka.Flink.Operators;

/// <summary>Arguments of a program's command line, those for the engine apart from the program's own.</summary>
/// <param name="Own">The program's own, in order.</param>
/// <param name="Files">What stands behind <c>-c</c>.</param>
/// <param name="Assignments">What stands behind <c>-D</c>.</param>
/// <param name="Restart">Whether <c>--restart</c> is there.</param>
internal sealed record ProgramArguments(
    IReadOnlyList<string> Own, IReadOnlyList<string> Files, IReadOnlyList<string> Assignments, bool Restart)
{
    /// <summary>Takes a command line apart.</summary>
    /// <param name="args">The arguments.</param>
    /// <exception cref="JobException">An argument of the engine lacks its value.</exception>
    public static ProgramArguments Split(IReadOnlyList<string> args)
    {
        var (own, files, assignments, restart) = (new List<string>(), new List<string>(), new List<string>(), false);
        for (var i = 0; i < args.Count; i++)
        {
            var argument = args[i];
            if (argument == "--restart")
                restart = true;
            else if (argument is "-c" or "--config")
                files.Add(Next(args, ref i));
            else if (argument is "-D")
                assignments.Add(Next(args, ref i));
            else if (argument is "--from-savepoint")
                assignments.Add("execution.state-recovery.path=" + Next(args, ref i));
            else if (argument is "--allow-non-restored-state")
                assignments.Add("execution.state-recovery.ignore-unclaimed-state=on");
            else if (argument is "--savepoint-at-stop")
                AddSavepointAtStop(assignments, Next(args, ref i));
            else if (argument is "--parallelism")
                assignments.Add("parallelism.default=" + Next(args, ref i));
            else if (argument.StartsWith("-D", StringComparison.Ordinal) && argument.Contains('=', StringComparison.Ordinal))
                assignments.Add(argument[2..]);
            else
                own.Add(argument);
        }

        return new ProgramArguments(own, files, assignments, restart);
    }

    private static void AddSavepointAtStop(List<string> assignments, string directory)
    {
        assignments.Add("execution.checkpointing.savepoint-at-stop=on");
        assignments.Add("execution.checkpointing.savepoint-dir=" + directory);
    }

    private static string Next(IReadOnlyList<string> args, ref int position) =>
        ++position < args.Count ? args[position] : throw ArgumentErrors.Missing(args[position - 1].TrimStart('-'));
}
