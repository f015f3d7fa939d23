namespace Akka.Flink.Host.Embedded;

using System.Reflection;
using Akka.Flink.Operators;

/// <summary>How a program was started, as far as the engine is concerned.</summary>
/// <param name="Program">The program's name: a part of what its jobs are resumed by.</param>
/// <param name="Arguments">Its own arguments: another part.</param>
/// <param name="Files">Configuration files, weak ones first.</param>
/// <param name="Assignments">What stands behind <c>-D</c>.</param>
/// <param name="Restart">Whether a job that has finished runs anew.</param>
/// <param name="OwnsProcess">Whether the process is there for this program alone, so that it ends with the job's exit code.</param>
internal sealed record EngineOptions(
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Assignments,
    bool Restart,
    bool OwnsProcess)
{
    private const string WorkingFolderFile = "hocon.conf";

    /// <summary>How a program was started that runs in a process of its own, as by <c>dotnet run</c>.</summary>
    /// <param name="args">Its command line.</param>
    /// <exception cref="JobException">An argument of the engine lacks its value.</exception>
    public static EngineOptions OfProcess(IReadOnlyList<string> args)
    {
        var split = ProgramArguments.Split(args);
        var program = Assembly.GetEntryAssembly()?.GetName().Name ?? "program";
        return new EngineOptions(program, split.Own, split.Files, split.Assignments, split.Restart, OwnsProcess: true);
    }

    /// <summary>All configuration files: that of the working folder first, if there is one.</summary>
    public IReadOnlyList<string> AllFiles() => File.Exists(WorkingFolderFile) ? [WorkingFolderFile, .. Files] : Files;
}
