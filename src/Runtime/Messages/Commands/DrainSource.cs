namespace Akka.Flink.Runtime;

/// <summary>To tasks with sources: read nothing more, and end as if that had been all: the largest watermark, then the end. Said again
/// until <see cref="TaskEnded"/> comes.</summary>
/// <param name="Attempt">The attempt.</param>
internal sealed record DrainSource(AttemptId Attempt) : ITaskMessage;
