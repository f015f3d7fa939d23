namespace Akka.Flink.Runtime.Crash;

using System.Globalization;

/// <summary>Writes chunks until it is killed or fails, and says which are safe. Arguments: journal, directory, or cluster (the state that
/// nodes share), folder, segment, bytes of a chunk. With cluster-journal it writes events to the control database that nodes share, with
/// the segment as persistence id.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        if (args[0] == "cluster-journal")
        {
            using var storage = await CrashStore.OpenClusterAsync(args[1]);
            using var system = CrashStore.StartSystem(storage.Config);
            system.ActorOf(EventSource.Props(args[2]));
            await system.WhenTerminated;
            return;
        }

        var size = int.Parse(args[3], CultureInfo.InvariantCulture);
        await using var store = await CrashStore.OpenAsync(args[0], args[1]);
        Console.WriteLine("open");
        await new ChunkSource(store.Store, new SegmentId(args[2]), size).RunAsync();
    }
}
