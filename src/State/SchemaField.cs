namespace Akka.Flink.State;

/// <summary>A field of a <see cref="Schema"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">What its bytes are.</param>
public sealed record SchemaField(string Name, Schema Schema)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Schema}";
}
