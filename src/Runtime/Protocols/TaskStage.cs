namespace Akka.Flink.Runtime;

/// <summary>How far a task has come, as its job master knows. It only rises within an attempt.</summary>
internal enum TaskStage : byte
{
    /// <summary>Nothing was heard of it.</summary>
    Unknown,

    /// <summary>It is made and restored.</summary>
    Deployed,

    /// <summary>Its channels are wired.</summary>
    Connected,

    /// <summary>Its operators are open.</summary>
    Running,

    /// <summary>Its inputs have ended.</summary>
    Ended,

    /// <summary>It is gone.</summary>
    Stopped,
}
