namespace Akka.Flink;

/// <summary>Names a side output.</summary>
/// <typeparam name="T">The type of its records.</typeparam>
/// <param name="id">The name, unique among the side outputs of an operator. Tags of one name and type are the same one.</param>
/// <remarks><para><b>Flink.</b> <c>OutputTag</c>.</para></remarks>
/// <exception cref="ArgumentException"><paramref name="id"/> is null, empty or white space.</exception>
public sealed class OutputTag<T>(string id) : IEquatable<OutputTag<T>>
{
    /// <summary>The name.</summary>
    public string Id { get; } = string.IsNullOrWhiteSpace(id)
        ? throw OperatorErrors.NoSideOutputName(nameof(id))
        : id;

    /// <inheritdoc/>
    public bool Equals(OutputTag<T>? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OutputTag<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Id} ({typeof(T).Name})";
}
