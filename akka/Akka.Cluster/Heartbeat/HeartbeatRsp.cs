namespace Akka.Cluster;

using Akka.Event;

/// <summary>The answer to <see cref="Heartbeat"/>, with what was in that.</summary>
internal sealed record HeartbeatRsp(UniqueAddress From, long SequenceNr, long CreationTimeNanos) : IClusterMessage, IDeadLetterSuppression;
