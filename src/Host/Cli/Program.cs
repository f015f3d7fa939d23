namespace Akka.Flink.Host.Cli;

using Akka.Flink.Host.Embedded;

/// <summary>The program <c>akka-flink</c>.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var end = Array.IndexOf(args, "--");
        var own = end < 0 ? args : args[..end];
        var command = CommandLine.Create(end < 0 ? [] : args[(end + 1)..]);
        var parsed = command.Parse(own is ["help", .. var rest] ? [.. rest, "--help"] : own);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(error.Message);
            Console.Error.WriteLine("'akka-flink COMMAND --help' shows what is understood. A program's own arguments stand behind '--'.");
            return (int)ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null })
                .ConfigureAwait(false);
        }
        catch (FlinkException refused)
        {
            return (int)ProcessEnd.Report(refused);
        }
        catch (RunEndedException ended)
        {
            return (int)ended.ExitCode;
        }
    }
}
