namespace Akka.Flink.AkkaContract.Crash;

using Akka.Actor;
using Akka.Persistence.Sql;

/// <summary>
/// Persists events until it is killed, and says which are safe. Arguments: configuration file, persistence id, bytes.
/// Or answers other systems until it is killed. Arguments: <c>remote</c>, configuration file.
/// </summary>
internal static class Program
{
    private static Task Main(string[] args) => args[0] == "remote" ? AnswerAsync(args[1]) : PersistAsync(args);

    private static async Task AnswerAsync(string configFile)
    {
        var system = ActorSystem.Create("crash", await File.ReadAllTextAsync(configFile));
        var echo = system.ActorOf(Props.Create(() => new Echo()), "echo");
        Console.WriteLine(echo.Path.ToSerializationFormatWithAddress(((ExtendedActorSystem)system).Provider.DefaultAddress));
        await system.WhenTerminated;
    }

    private static async Task PersistAsync(string[] args)
    {
        var system = ActorSystem.Create("crash", File.ReadAllText(args[0]));
        SqlPersistence.Get(system);
        var persistenceId = args[1];
        var size = int.Parse(args[2]);
        system.ActorOf(Props.Create(() => new Chatterbox(persistenceId, size)));
        await system.WhenTerminated;
    }
}
