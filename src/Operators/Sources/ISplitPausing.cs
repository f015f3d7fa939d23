namespace Akka.Flink.Sources;

/// <summary>A reader that can let some of its splits wait while it reads others.</summary>
/// <remarks>
/// <para>Implemented beside <see cref="ISourceReader{T, TSplit}"/>. What was read ahead of a split may still be given.</para>
/// <para><b>Threads.</b> The task's.</para>
/// <para><b>Flink.</b> <c>SourceReader.pauseOrResumeSplits</c>.</para>
/// </remarks>
public interface ISplitPausing
{
    /// <summary>Stops to read splits.</summary>
    /// <param name="splitIds">The splits; those that are not read any more are passed over.</param>
    void PauseSplits(IReadOnlyCollection<string> splitIds);

    /// <summary>Goes on with splits.</summary>
    /// <param name="splitIds">The splits; those that are not read any more are passed over.</param>
    void ResumeSplits(IReadOnlyCollection<string> splitIds);
}
