namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>How asynchronous calls are made.</summary>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <param name="Mode">In which order results come out.</param>
/// <param name="TimeoutMs">How long a record may take, all attempts together; 0 for ever.</param>
/// <param name="Capacity">How many records and watermarks there may be in the operator.</param>
/// <param name="Retry">Which calls are tried again; null for none.</param>
internal sealed record AsyncOptions<TOut>(AsyncMode Mode, long TimeoutMs, int Capacity, IAsyncRetryStrategy<TOut>? Retry);
