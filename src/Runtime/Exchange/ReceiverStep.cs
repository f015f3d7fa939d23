namespace Akka.Flink.Runtime;

/// <summary>What came of a step of a channel.</summary>
internal enum ReceiverStep
{
    /// <summary>A message was dealt with.</summary>
    Done,

    /// <summary>What lies downstream takes no more: resume, then go on with the same channel.</summary>
    Held,

    /// <summary>A barrier has come.</summary>
    Barrier,
}
