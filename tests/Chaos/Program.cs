namespace Akka.Flink.Chaos.Tests;

using System.Runtime.InteropServices;

/// <summary>The command: a ledger on three nodes, and everything that can happen to them.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (ChaosOptions.Parse(args, Environment.TickCount) is not { } options)
        {
            Console.Error.WriteLine(ChaosOptions.Usage);
            return 2;
        }

        using var ending = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        Pace.Ending = ending.Token;
        return await new ChaosRun(options).RunAsync() ? 0 : 1;

        // What was started is ended first.
        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ending.Cancel();
        }
    }
}
