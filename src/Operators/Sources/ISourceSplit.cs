namespace Akka.Flink.Sources;

/// <summary>A part of a source that one reader reads: a file, a partition, a range; with how far it was read.</summary>
/// <remarks>Splits are values: a reader makes a new one when it is asked how far it came.</remarks>
public interface ISourceSplit
{
    /// <summary>Names the split, unique in its source.</summary>
    string SplitId { get; }
}
