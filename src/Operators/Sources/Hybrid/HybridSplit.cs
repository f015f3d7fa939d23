namespace Akka.Flink.Sources;

/// <summary>A split of one of the sources of a <see cref="HybridSource{T}"/>.</summary>
/// <param name="SourceIndex">Which source it is of, from 0.</param>
/// <param name="InnerId">What that calls it.</param>
/// <param name="Inner">Its bytes, by that source's serializer.</param>
public sealed record HybridSplit(int SourceIndex, string InnerId, byte[] Inner) : ISourceSplit
{
    /// <inheritdoc/>
    public string SplitId => IdOf(SourceIndex, InnerId);

    internal static string IdOf(int sourceIndex, string innerId) => $"{sourceIndex}/{innerId}";
}
