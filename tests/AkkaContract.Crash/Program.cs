namespace Akka.Flink.AkkaContract.Crash;

using Akka.Actor;

/// <summary>Persists events until it is killed, and says which are safe. Arguments: configuration file, persistence id, bytes.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var system = ActorSystem.Create("crash", File.ReadAllText(args[0]));
        var persistenceId = args[1];
        var size = int.Parse(args[2]);
        system.ActorOf(Props.Create(() => new Chatterbox(persistenceId, size)));
        await system.WhenTerminated;
    }
}
