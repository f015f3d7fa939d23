namespace Akka.Flink.Runtime.Crash;

using System.Globalization;

/// <summary>Writes chunks until it is killed or fails, and says which are safe. Arguments: journal, directory, cluster (the state that
/// nodes
/// share) or cluster-journal (their control database), folder, segment, bytes of a chunk.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var size = int.Parse(args[3], CultureInfo.InvariantCulture);
        await using var store = await CrashStore.OpenAsync(args[0], args[1]);
        Console.WriteLine("open");
        await new ChunkSource(store.Store, new SegmentId(args[2]), size).RunAsync();
    }
}
