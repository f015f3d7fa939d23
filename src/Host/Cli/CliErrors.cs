namespace Akka.Flink.Host.Cli;

using Akka.Flink.Runtime;

/// <summary>Every way in which a command line is refused, in one place.</summary>
internal static class CliErrors
{
    public static UsageException UnknownSample(string name, IReadOnlyList<string> samples) => new(
        $"There is no sample '{name}'. {NearestName.Question(name, samples)}There are {string.Join(", ", samples)}. " +
        "A program of yours is named by the path of its assembly, ending in .dll.");

    public static UsageException NoSamples(string name) => new(
        $"There is no sample '{name}': this program is not in a checkout. Name a program by the path of its assembly, ending in .dll.");

    public static UsageException NoAssembly(string path) => new(
        $"The assembly '{path}' is not there. Build the program first (dotnet build), and name the .dll in its output folder.");

    public static UsageException NotAnAssembly(string path, Exception cause) => new(
        $"'{path}' cannot be loaded as a program: {cause.Message}");

    public static UsageException NoEntryPoint(string assembly) => new(
        $"'{assembly}' has no entry point: it is a library. Name a class with a static Main by --class.");

    public static UsageException UnknownClass(string name, string assembly, IReadOnlyList<string> classes) => new(classes.Count == 0
        ? $"There is no class '{name}' with a static Main in '{assembly}', nor any other."
        : $"There is no class '{name}' with a static Main in '{assembly}'. {NearestName.Question(name, classes)}" +
        $"There are {string.Join(", ", classes)}.");

    public static UsageException SecretSubmitted(string key, string source) => new(
        $"'akka.flink.{key}' ({source}) is a secret, and what is submitted is recorded for all nodes to read. Set it in the " +
        "configuration of the nodes, best by an environment variable there.");

    public static UsageException WaitNeedsCluster() => new(
        "'--wait' is for jobs of a cluster: name it by --cluster URL. Without it, 'run' runs the job in this process until it ends.");

    public static UsageException SavepointAtStopOnCluster() => new(
        "'--savepoint-at-stop' is for jobs in a process of their own. A job of a cluster ends with 'akka-flink stop JOB --savepoint'.");

    public static UsageException NoAssignment(string text) => new($"'{text}' sets no property. Write --property name=value.");

    public static UsageException BuildFailed(string sample, string output) => new(
        $"Sample '{sample}' does not build:{Environment.NewLine}{output}");
}
