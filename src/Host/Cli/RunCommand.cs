namespace Akka.Flink.Host.Cli;

using Akka.Flink.Host.Embedded;
using Akka.Flink.Operators;

/// <summary>Loads a program and runs it with the engine in this process.</summary>
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
        var isAssembly = Program.EndsWith(AssemblyExtension, StringComparison.OrdinalIgnoreCase);
        var assembly = isAssembly ? Program : Checkout.SampleAssembly(Program, Console.Error.WriteLine);
        var name = Path.GetFileNameWithoutExtension(assembly) + (ClassName is null ? "" : "/" + ClassName);
        var options = new EngineOptions(name, Arguments, Files, Assignments, Restart, OwnsProcess: false);
        EnvironmentFactories.Use(new EmbeddedEnvironments(options));
        return await ProgramLoader.RunAsync(assembly, ClassName, Arguments).ConfigureAwait(false);
    }
}
