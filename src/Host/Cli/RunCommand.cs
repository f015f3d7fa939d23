namespace Akka.Flink.Host.Cli;

using Akka.Flink.Host.Embedded;
using Akka.Flink.Host.Rest;
using Akka.Flink.Operators;

/// <summary>Loads a program and runs it with the engine in this process, or has a cluster run it.</summary>
/// <param name="Program">A sample's name, or the path of an assembly.</param>
/// <param name="ClassName">The class whose <c>Main</c> is called; null for the entry point.</param>
/// <param name="Files">Configuration files.</param>
/// <param name="Assignments">What stands behind <c>-D</c>.</param>
/// <param name="Restart">Whether a job that has finished runs anew.</param>
/// <param name="Arguments">The program's arguments.</param>
internal sealed record RunCommand(
    string Program,
    string? ClassName,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Assignments,
    bool Restart,
    string[] Arguments)
{
    private const string AssemblyExtension = ".dll";

    /// <summary>Runs it.</summary>
    /// <returns>What the process ends with.</returns>
    public async Task<int> RunAsync()
    {
        var assembly = AssemblyPath();
        var name = Path.GetFileNameWithoutExtension(assembly) + (ClassName is null ? "" : "/" + ClassName);
        var options = new EngineOptions(name, Arguments, Files, Assignments, Restart, OwnsProcess: false);
        EnvironmentFactories.Use(new EmbeddedEnvironments(options));
        return await ProgramLoader.RunAsync(assembly, ClassName, Arguments).ConfigureAwait(false);
    }

    /// <summary>Has a cluster run it.</summary>
    /// <param name="client">A node of the cluster.</param>
    /// <param name="url">Its REST API, for people.</param>
    /// <param name="waits">Whether to wait until the job ends.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What the process ends with.</returns>
    public async Task<int> SubmitAsync(RestClient client, string url, bool waits, CancellationToken cancellationToken)
    {
        var run = new ClusterRun(client, AssemblyPath(), ClassName, TimeProvider.System);
        var job = await run.SubmitAsync(Files, Assignments, Arguments, Restart, cancellationToken).ConfigureAwait(false);
        Console.Out.WriteLine(job.Id);
        Console.Error.WriteLine($"Submitted job '{job.Name}'. Look at it: akka-flink status {job.Id} --url {url}");
        return waits ? (int)await run.WaitAsync(job.Id, cancellationToken).ConfigureAwait(false) : (int)ExitCode.Finished;
    }

    private string AssemblyPath() => Program.EndsWith(AssemblyExtension, StringComparison.OrdinalIgnoreCase)
        ? Program
        : Checkout.SampleAssembly(Program, Console.Error.WriteLine);
}
