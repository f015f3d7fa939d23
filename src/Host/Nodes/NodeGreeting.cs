namespace Akka.Flink.Host.Nodes;

/// <summary>What a node says when it is up: where it is, how to look at it, how to add another, how to end it.</summary>
internal static class NodeGreeting
{
    /// <summary>Says it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="output">Where to.</param>
    public static void Say(ClusterNode node, TextWriter output)
    {
        var flink = node.Flink;
        output.WriteLine($"Node {flink.Address} is up, with {flink.Slots} slots.");
        var api = flink.RestUrl is { } url ? $"{url}, {url}/openapi.json" : "off (akka.flink.rest.port)";
        output.WriteLine($"  REST and OpenAPI   {api}");
        if (flink.RestUrl is { } rest)
            output.WriteLine($"  look at it         akka-flink nodes --url {rest}; akka-flink list --url {rest}");
        output.WriteLine($"  shared folder      {Path.GetFullPath(node.Configuration.Storage.Directory)}");
        output.WriteLine($"  add a node         akka-flink node --seed {flink.Address}   (with the same storage)");
        output.WriteLine("  end this node      Ctrl-C, or akka-flink leave " + flink.Address);
        output.Flush();
    }
}
