namespace Akka.Flink.Runtime;

/// <summary>What a sequence number says of the message that came with it.</summary>
internal enum Arrival
{
    /// <summary>It is the next one.</summary>
    Next,

    /// <summary>It was there before: drop it.</summary>
    Old,

    /// <summary>Something before it is missing.</summary>
    Gap,
}
