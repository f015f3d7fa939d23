namespace Akka.Flink.Operators;

/// <summary>What a trigger decides about a window.</summary>
[Flags]
internal enum TriggerResult
{
    /// <summary>Nothing happens.</summary>
    Continue = 0,

    /// <summary>The window's function is called; the content stays.</summary>
    Fire = 1,

    /// <summary>The content is dropped.</summary>
    Purge = 2,

    /// <summary>The window's function is called, then the content is dropped.</summary>
    FireAndPurge = Fire | Purge,
}
