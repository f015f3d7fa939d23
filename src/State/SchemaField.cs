namespace Akka.Flink.State;

/// <summary>One part of what a <see cref="State.Schema"/> describes: a member, an element, a case or a constant.</summary>
/// <param name="Name">The member's name, by which it is found again when members were added, removed or moved; for other parts what they
/// are, such as <c>element</c>, <c>key</c> or <c>value</c>.</param>
/// <param name="Schema">The form of its bytes.</param>
public sealed record SchemaField(string Name, Schema Schema)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Schema}";
}
