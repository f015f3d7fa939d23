namespace Akka.Flink.Host.Tests.Cli;

using System.Diagnostics;
using Akka.Flink.Host.Logging;
using Akka.Flink.Shared.Processes;

/// <summary>Runs <c>akka-flink</c> as a process of its own.</summary>
internal static class CommandLineTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<CommandResult> RunAsync(string folder, params string[] args)
    {
        using var process = Start(folder, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var deadline = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(deadline.Token);
        return new CommandResult(process.ExitCode, await output, await error);
    }

    public static Process Start(string folder, params string[] args)
    {
        InheritedSignals.LetChildrenBeInterrupted();
        var program = typeof(MicrosoftLogger).Assembly.Location;
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
