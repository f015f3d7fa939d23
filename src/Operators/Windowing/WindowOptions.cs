namespace Akka.Flink.Operators;

/// <summary>What was set beside a window's assigner.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="LatenessMs">How long after its end a window is kept for late records; the largest long for ever.</param>
/// <param name="LateTag">Where records go that are later; null drops them.</param>
internal sealed record WindowOptions<T>(long LatenessMs, OutputTag<T>? LateTag);
