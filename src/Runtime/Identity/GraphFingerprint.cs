namespace Akka.Flink.Runtime;

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Akka.Flink.Operators;

/// <summary>Tells job graphs apart: tasks of one attempt must be made of the same.</summary>
internal static class GraphFingerprint
{
    /// <summary>The fingerprint of a graph: of its vertices, operators, parallelisms and edges; not of what functions do.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>Hexadecimal digits.</returns>
    public static string Of(JobGraph graph)
    {
        var text = new StringBuilder();
        foreach (var vertex in graph.Vertices)
        {
            text.Append(CultureInfo.InvariantCulture, $"{vertex.Id}|{vertex.Parallelism}|{vertex.MaxParallelism}\n");
            foreach (var node in vertex.Nodes)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {node.Uid}|{node.Signature}\n");
                foreach (var edge in node.Outgoing)
                    text.Append(CultureInfo.InvariantCulture, $"    {edge.Number}|{edge.Target.Uid}|{edge.Kind}|{edge.TagId}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
