namespace Akka.Flink.Sources;

/// <summary>What an enumerator sees of the readers.</summary>
/// <typeparam name="TSplit">The type of splits.</typeparam>
public interface ISplitEnumeratorContext<TSplit>
    where TSplit : ISourceSplit
{
    /// <summary>How many readers there are.</summary>
    int CurrentParallelism { get; }

    /// <summary>Gives a reader a split.</summary>
    /// <param name="split">The split.</param>
    /// <param name="subtask">The reader's subtask.</param>
    void AssignSplit(TSplit split, int subtask);

    /// <summary>Tells a reader that it gets no more splits: it ends when it has read those it has.</summary>
    /// <param name="subtask">The reader's subtask.</param>
    void SignalNoMoreSplits(int subtask);
}
