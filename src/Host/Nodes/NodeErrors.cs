namespace Akka.Flink.Host.Nodes;

using Akka.Flink.Host.Hosting;

/// <summary>Every way in which a node cannot be started or go on, in one place.</summary>
internal static class NodeErrors
{
    public static NodeException BadSeed(string seed) => new(ErrorDomain.Definition,
        $"'{seed}' is no seed. Write host:port of a node of the cluster, such as 10.0.0.1:{NodeConfiguration.DefaultPort}; a node says " +
        "its own when it starts.");

    public static NodeException CannotListen(string address, Exception cause) => new(ErrorDomain.External,
        $"The node cannot listen on {address}: {cause.Message} Take another port (--port, 0 for any that is free) or address of this " +
        "host (--host).", cause);

    public static NodeException Refused(Exception cause) => new(ErrorDomain.Definition,
        $"The actor system of the node refuses its configuration: {cause.Message} Correct it in the files behind -c or in hocon.conf " +
        "of the working folder.", cause);

    public static NodeException NoSetup(string system) => new(ErrorDomain.Definition,
        $"The actor system '{system}' was created without Akka.Flink. Create it with the setup of " +
        $"BootstrapSetup.Create().WithConfig(...).{nameof(AkkaFlinkSystemExtensions.WithAkkaFlinkAsync)}(), " +
        $"or let services.{nameof(AkkaFlinkServices.AddAkkaFlink)}() do so.");

    public static NodeException NotStarted() => new(ErrorDomain.External,
        "The node is still starting, and cannot be asked yet. Ask again in a moment; /health/ready says when it is up.");

    public static NodeException NotJoined(string seeds) => new(ErrorDomain.External,
        $"No seed node has let this node join: {seeds}. See that one of them runs, that this host can reach it, and that it has the " +
        "address by which it is named here; 'akka.cluster.shutdown-after-unsuccessful-join-seed-nodes' says how long to try.");

    public static NodeException NotHosted() => new(ErrorDomain.Definition,
        "The node of this application has not been started: its host starts it. Ask for it after the host has started.");

    public static NodeException LocalNodeEnded(string node, string log, string lines) => new(ErrorDomain.External,
        $"The process of {node} ended before it was up, so those that were started have been ended. Its log ({log}) ends with:" +
        $"{Environment.NewLine}{lines}");

    public static NodeException LocalNodeNotUp(string node, TimeSpan patience, string log, string lines) => new(ErrorDomain.External,
        $"{node} was not up after {patience.TotalSeconds} s, so those that were started have been ended. Its log ({log}) ends with:" +
        $"{Environment.NewLine}{lines}");

    public static NodeException AlreadyUp(string folder, string nodes) => new(ErrorDomain.Definition,
        $"Nodes run from '{folder}' already: {nodes}. End them with './build.sh down' (akka-flink down), or take another folder with " +
        "--folder; 'akka-flink nodes' shows them, and 'akka-flink node --seed' adds one.");

    public static NodeException NoBackground() => new(ErrorDomain.Definition,
        "'up' and 'down' start and end processes in the background, which is not done on Windows. Start nodes by 'akka-flink node', " +
        "each in a window of its own.");
}
