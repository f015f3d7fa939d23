namespace Akka.Flink.Windowing;

/// <summary>What a trigger decides about a window.</summary>
/// <remarks><para><b>Flink.</b> <c>TriggerResult</c>.</para></remarks>
[Flags]
public enum TriggerResult
{
    /// <summary>Nothing happens.</summary>
    Continue = 0,

    /// <summary>The window's function is called; the content stays.</summary>
    Fire = 1,

    /// <summary>The content is dropped. State of the trigger and of the window stay.</summary>
    Purge = 2,

    /// <summary>The window's function is called, then the content is dropped.</summary>
    FireAndPurge = Fire | Purge,
}
