namespace Akka.Flink.Host.Programs;

using System.Reflection;
using Akka.Flink.Host.Cli;
using Akka.Flink.Operators;
using Akka.Flink.Runtime;

/// <summary>A program that is loaded, and whose entry point is called to learn its job.</summary>
/// <param name="name">Its name, for messages.</param>
/// <param name="assembly">Its assembly.</param>
/// <param name="timeout">How long its entry point may take.</param>
internal sealed class CapturedProgram(string name, Assembly assembly, TimeSpan timeout)
{
    /// <summary>Calls the entry point, on a thread of its own.</summary>
    /// <param name="program">What was submitted.</param>
    /// <param name="executor">Takes the job.</param>
    /// <param name="environments">Makes the program's environments.</param>
    /// <returns>The job.</returns>
    /// <exception cref="FlinkException">The program executes no job, several, fails, or does not end.</exception>
    public async Task<JobGraph> RunAsync(JobProgram program, CapturingExecutor executor, IEnvironmentFactory environments)
    {
        var ended = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new TaskCompletionSource<CapturedOutput>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            output.SetResult(CapturedOutput.Begin(name));
            EnvironmentFactories.Use(environments);
            ended.SetResult(Invoke(program));
        })
        {
            IsBackground = true,
            Name = $"capture {name}",
        };
        thread.Start();
        var said = await output.Task.ConfigureAwait(false);
        try
        {
            return Conclude(executor, await ended.Task.WaitAsync(timeout).ConfigureAwait(false), said);
        }
        catch (TimeoutException)
        {
            throw executor.Graph is { } graph
                ? ProgramErrors.DoesNotEnd(name, graph.Name, timeout)
                : ProgramErrors.TakesTooLong(name, timeout, said.ToString());
        }
    }

    private Exception? Invoke(JobProgram program)
    {
        try
        {
            ProgramLoader.InvokeAsync(assembly, program.ClassName, [.. program.Arguments]).GetAwaiter().GetResult();
            return null;
        }
        catch (Exception thrown)   // users' code
        {
            return thrown;
        }
    }

    private JobGraph Conclude(CapturingExecutor executor, Exception? thrown, CapturedOutput said)
    {
        if (executor.Graph is { } graph)
        {
            return executor.Second is { } second ? throw ProgramErrors.ExecutesTwice(name, graph.Name, second) : graph;
        }

        if (thrown is null)
            throw ProgramErrors.NeverExecutes(name, said.ToString());
        if (thrown is FlinkException { Domain: ErrorDomain.Definition } ours)
            throw ours;
        throw MissingAssembly(thrown) is { } missing
            ? ProgramErrors.MissingAtCapture(name, missing, thrown)
            : ProgramErrors.Fails(name, thrown, said.ToString());
    }

    private static string? MissingAssembly(Exception thrown)
    {
        for (var cause = thrown; cause is not null; cause = cause.InnerException)
        {
            // A file of the program's has a path; an assembly has a name with a version.
            if (cause is FileNotFoundException { FileName: { } file } && file.Contains("Version=", StringComparison.Ordinal))
                return file;
        }

        return null;
    }
}
