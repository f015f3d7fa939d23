namespace Akka.Flink.EndToEnd.Tests;

using Akka.Flink.EndToEnd.Tests.Chaos;

/// <summary>The command: the long runs.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var kinds = args.Length > 0 ? args : ["accesslog", "kafka", "exactly-once"];
        var failed = 0;
        foreach (var kind in kinds)
        {
            switch (kind)
            {
                case "accesslog":
                    failed += await AccessLogChaos.RunAsync() ? 0 : 1;
                    break;
                case "kafka":
                    failed += await KafkaChaos.RunAsync() ? 0 : 1;
                    break;
                case "exactly-once":
                    failed += await ExactlyOnceChaos.RunAsync() ? 0 : 1;
                    break;
                case "exactly-once-rate":
                    failed += await ExactlyOnceRate.RunAsync() ? 0 : 1;
                    break;
                default:
                    Console.Error.WriteLine($"There is no chaos '{kind}'. There are: accesslog, kafka, exactly-once, exactly-once-rate.");
                    return 2;
            }
        }

        return failed == 0 ? 0 : 1;
    }
}
