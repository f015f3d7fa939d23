namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>A node as the job manager knows it.</summary>
/// <param name="Description">What it says of itself.</param>
/// <param name="Agent">Who speaks for it.</param>
internal sealed record RegisteredNode(NodeDescription Description, IActorRef Agent)
{
    /// <summary>Whether it is out of reach.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether it is about to leave.</summary>
    public bool IsLeaving { get; init; }
}
