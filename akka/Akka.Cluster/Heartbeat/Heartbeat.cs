namespace Akka.Cluster;

using Akka.Actor;
using Akka.Event;

/// <summary>Sent to the members that this one watches over.</summary>
internal sealed record Heartbeat(Address From, long SequenceNr, long CreationTimeNanos) : IClusterMessage, IDeadLetterSuppression;
