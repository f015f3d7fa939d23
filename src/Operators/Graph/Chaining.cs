namespace Akka.Flink.Operators;

/// <summary>Whether an operator runs in the task of what is before and behind it.</summary>
internal enum Chaining
{
    /// <summary>Wherever it can.</summary>
    Always,

    /// <summary>Of what is behind it only: it begins a chain.</summary>
    Head,

    /// <summary>In a task of its own.</summary>
    Never,
}
