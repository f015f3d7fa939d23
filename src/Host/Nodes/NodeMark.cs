namespace Akka.Flink.Host.Nodes;

using System.Text.Json;
using Akka.Flink.Host.Rest;

/// <summary>What a file says of a node that runs on this host.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="StartedAt">When that was started, so that another process of that number is not taken for it.</param>
/// <param name="Address">Where other nodes reach it; null until it is up.</param>
/// <param name="RestUrl">Where its REST API is.</param>
internal sealed record NodeMark(int ProcessId, DateTimeOffset StartedAt, string? Address, string? RestUrl)
{
    /// <summary>What is to be said of a node in this process.</summary>
    /// <param name="node">The node.</param>
    /// <param name="clock">The clock.</param>
    public static NodeMark Of(ClusterNode node, TimeProvider clock)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var offset = clock.GetLocalNow().Offset;
        return new NodeMark(process.Id, new DateTimeOffset(process.StartTime).ToOffset(offset), node.Flink.Address, node.Flink.RestUrl);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Null when it is not there, or not whole.</returns>
    public static NodeMark? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<NodeMark>(File.ReadAllText(file), RestJson.Lenient) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="file">The file.</param>
    public void Write(string file)
    {
        var aside = file + ".new";
        File.WriteAllText(aside, JsonSerializer.Serialize(this, RestJson.Indented));
        File.Move(aside, file, overwrite: true);
    }
}
