namespace Akka.Flink.Runtime;

/// <summary>A channel: what one subtask sends to one input of another over one edge of the job.</summary>
/// <param name="Edge">The edge's number in the job graph: edges that are not chained, counted in the order of vertices and of their
/// outgoing edges.</param>
/// <param name="Sender">The sending subtask of the edge's source.</param>
/// <param name="Receiver">The receiving subtask of the edge's target.</param>
public readonly record struct ChannelId(int Edge, int Sender, int Receiver)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Edge}:{Sender}->{Receiver}";
}
