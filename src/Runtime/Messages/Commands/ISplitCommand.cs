namespace Akka.Flink.Runtime;

/// <summary>What an enumerator has for the reader of a source. Numbered for each attempt, source and subtask, from 1 on, and said again
/// until it is answered by <see cref="SplitsReceived"/>.</summary>
internal interface ISplitCommand : ITaskMessage
{
    /// <summary>The source.</summary>
    string Uid { get; }

    /// <summary>Its number.</summary>
    long Sequence { get; }
}
