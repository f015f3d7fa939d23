namespace Akka.Flink.State.Keyed;

/// <summary>State whose content in several namespaces can become one.</summary>
internal interface IMergingState
{
    /// <summary>Takes out what is in the current namespace.</summary>
    void TakeOut();

    /// <summary>Merges what was taken out into what is in the current namespace.</summary>
    void MergeIn();
}
