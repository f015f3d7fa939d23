namespace Akka.Flink.Host.Cli;

using Akka.Flink.Host.Nodes;

/// <summary>What is said of nodes that were started in the background.</summary>
internal static class LocalClusterText
{
    /// <summary>Says it.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="common">Arguments that all of them have.</param>
    /// <param name="folder">Their folder.</param>
    /// <param name="output">Where to.</param>
    public static void Say(IReadOnlyList<LocalNode> nodes, IReadOnlyList<string> common, string folder, TextWriter output)
    {
        var first = nodes[0].Mark!;
        var program = Program();
        output.WriteLine($"{nodes.Count} {(nodes.Count == 1 ? "node is" : "nodes are")} up:");
        foreach (var node in nodes)
            output.WriteLine($"  {node.Name}  {node.Mark!.Address}  {node.Mark.RestUrl}  {node.Log}");
        var url = first.RestUrl is null or ClusterTarget.DefaultUrl ? "" : $" --url {first.RestUrl}";
        output.WriteLine("Look at them:");
        output.WriteLine($"  {program} nodes{url}");
        output.WriteLine($"  {program} list{url}");
        if (first.RestUrl is { } rest)
            output.WriteLine($"Run something:{Environment.NewLine}  {program} run ClickstreamFiles --cluster {rest}");
        output.WriteLine("Add a node:");
        output.WriteLine($"  {program} node --seed {first.Address} {string.Join(' ', common.Select(Quoted))}");
        output.WriteLine("End them:");
        output.WriteLine($"  {program} down --folder {Quoted(folder)}");
    }

    // In a checkout it is the script that builds what is stale.
    private static string Program() =>
        Checkout.Script is not { } script ? "akka-flink"
        : Path.GetDirectoryName(script) == Environment.CurrentDirectory ? "./akka-flink"
        : Quoted(script);

    private static string Quoted(string argument) =>
        argument.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=@,".Contains(letter))
        ? argument
        : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
