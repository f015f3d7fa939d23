namespace Akka.Flink.Operators;

/// <summary>In which order results come out.</summary>
internal enum AsyncMode
{
    /// <summary>That of their records.</summary>
    Ordered,

    /// <summary>As they come, but never past a watermark.</summary>
    Unordered,
}
