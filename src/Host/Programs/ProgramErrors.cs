namespace Akka.Flink.Host.Programs;

using System.Globalization;

/// <summary>Every way in which a program cannot be uploaded, or a node cannot get a job's graph from it, in one place.</summary>
internal static class ProgramErrors
{
    public static JobException NoAssembly(string path) => new(ErrorDomain.Definition,
        $"The assembly '{path}' is not there. Build the program first (dotnet build), and name the .dll in its output folder.");

    public static JobException NotAnAssembly(string path, Exception cause) => new(ErrorDomain.Definition,
        $"'{path}' is no assembly of a program: {cause.Message} Name the .dll that 'dotnet build' has made.", cause);

    public static JobException MissingFile(string program, string library, string file) => new(ErrorDomain.Definition,
        $"The program '{program}' depends on '{library}', whose file '{file}' is not in its folder. Build it with all that it needs " +
        "beside it: " +
        "'dotnet publish', or CopyLocalLockFileAssemblies in the project of a library.");

    public static JobException MissingReference(string program, string assembly) => new(ErrorDomain.Definition,
        $"The program '{program}' refers to the assembly '{assembly}', which is neither in its folder nor a part of .NET, Akka or " +
        "Akka.Flink here. Copy it there, or build with 'dotnet publish'.");

    public static JobException MissingAtCapture(string program, string assembly, Exception cause) => new(ErrorDomain.Definition,
        $"The program '{program}' needs '{assembly}', which was not uploaded with it and is no part of .NET, Akka or Akka.Flink on this " +
        "node. Put it beside the program's assembly, and submit it again.", cause);

    public static JobException BadArchive(string artifact, string reason, Exception? cause = null) => new(ErrorDomain.Definition,
        $"What was uploaded as '{artifact}' is no archive of a program: {reason} Upload programs with 'akka-flink run --cluster'.", cause);

    public static JobException NotInArchive(string artifact, string assembly) => new(ErrorDomain.Definition,
        $"The program '{assembly}' is not in what was uploaded as '{artifact}'. Name the assembly that was uploaded.");

    public static JobException NoCache(string folder, Exception cause) => new(ErrorDomain.External,
        $"The folder '{folder}' cannot be used for uploaded programs: {cause.Message} Let this process create, read and write it, or " +
        "name another one with 'akka.flink.cluster.cache-dir'.", cause);

    public static JobException SecretAssignment(string program, string key) => new(ErrorDomain.Definition,
        $"The program '{program}' was submitted with a value for '{key}', which is a secret; what a job is submitted with is recorded. " +
        "Set it on the nodes instead: by an environment variable, or in their configuration.");

    public static JobException NeverExecutes(string program, string output) => new(ErrorDomain.Definition,
        $"The program '{program}' came to its end without executing a job. Call ExecuteAsync in every case: a node of a cluster calls " +
        $"the entry point to learn the job, with the arguments that the job was submitted with.{Said(output)}");

    public static JobException ExecutesTwice(string program, string first, string second) => new(ErrorDomain.Definition,
        $"The program '{program}' executes '{first}' and then '{second}'. On a cluster a program has one job: submit one program for " +
        "each, or " +
        "let an argument choose; and let exceptions of ExecuteAsync end it.");

    public static JobException Fails(string program, Exception cause, string output) => new(ErrorDomain.Definition,
        $"The program '{program}' failed before it executed its job: {cause.GetType().Name}: {cause.Message} " +
        "Each node of a cluster calls its entry point, in its own folder and with the arguments that the job was submitted with: what it " +
        $"reads must be there on all of them.{Said(output)}", cause);

    public static JobException TakesTooLong(string program, TimeSpan timeout, string output) => new(ErrorDomain.Definition,
        $"The program '{program}' has not executed its job within {Seconds(timeout)}. Let its entry point build the job and do nothing " +
        $"else, or raise 'akka.flink.cluster.capture-timeout'.{Said(output)}");

    public static JobException DoesNotEnd(string program, string job, TimeSpan timeout) => new(ErrorDomain.Definition,
        $"The program '{program}' goes on after ExecuteAsync of '{job}', and has not ended within {Seconds(timeout)}. Await " +
        "ExecuteAsync, and let " +
        "its exceptions end the program: on a cluster what stands behind it is not run.");

    public static string Exits(string program) =>
        $"This node ends because the entry point of the program '{program}' called Environment.Exit, which nothing can prevent. " +
        "Let the program return or throw instead.";

    private static string Said(string output) =>
        output.Length == 0 ? "" : $" It wrote:{Environment.NewLine}{output}";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
