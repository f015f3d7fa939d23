namespace Akka.Flink.Chaos.Tests;

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

        return await new ChaosRun(options).RunAsync() ? 0 : 1;
    }
}
