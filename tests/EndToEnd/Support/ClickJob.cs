namespace Akka.Flink.EndToEnd.Tests.Support;

/// <summary>The clickstream sample as a process.</summary>
internal static class ClickJob
{
    /// <summary>Starts it.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="brokers">The broker's address.</param>
    /// <param name="guarantee">What the sink guarantees.</param>
    /// <param name="options">Options of the engine.</param>
    public static EngineProcess Start(string folder, string brokers, string guarantee, params string[] options)
    {
        var start = Engine.Command(
            folder, ["run", "Clickstream", "-D", $"connectors.kafka.delivery-guarantee={guarantee}", .. options]);
        start.Environment["KAFKA"] = brokers;
        return new EngineProcess(start);
    }
}
