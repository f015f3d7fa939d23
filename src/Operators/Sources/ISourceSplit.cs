namespace Akka.Flink.Sources;

/// <summary>A part of a source that one reader reads: a file, a partition, a range; with how far it was read.</summary>
/// <remarks>Splits are values: a reader makes a new one when it is asked how far it came.</remarks>
public interface ISourceSplit
{
    /// <summary>Names the split, unique in its source.</summary>
    string SplitId { get; }

    /// <summary>Says for people what the split is and how far it was read, as in <c>access.log at byte 2048</c>.</summary>
    /// <returns>One line; the split's name by default.</returns>
    string Describe() => SplitId;
}
