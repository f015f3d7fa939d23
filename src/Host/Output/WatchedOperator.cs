namespace Akka.Flink.Host.Output;

using Akka.Flink.Operators;

/// <summary>An operator of a job, as far as it is shown.</summary>
/// <param name="Uid">Its uid.</param>
/// <param name="IsSource">Whether nothing comes into it.</param>
/// <param name="IsSink">Whether nothing goes out of it.</param>
internal readonly record struct WatchedOperator(string Uid, bool IsSource, bool IsSink)
{
    /// <summary>The operators of a job, upstream first.</summary>
    /// <param name="graph">The job.</param>
    public static IReadOnlyList<WatchedOperator> Of(JobGraph graph)
    {
        var edges = graph.Nodes.SelectMany(node => node.Inputs).SelectMany(input => input.Resolve());
        var feeding = edges.Select(edge => edge.Source).ToHashSet();
        return [.. graph.Nodes.Select(node => new WatchedOperator(node.Uid, node.Inputs.Count == 0, !feeding.Contains(node)))];
    }
}
