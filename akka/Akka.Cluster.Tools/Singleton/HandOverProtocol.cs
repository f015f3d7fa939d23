namespace Akka.Cluster.Tools.Singleton;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;

/// <summary>The new oldest asks for the hand-over.</summary>
internal sealed record HandOverToMe : IClusterSingletonMessage, IDeadLetterSuppression;

/// <summary>The singleton is being stopped.</summary>
internal sealed record HandOverInProgress : IClusterSingletonMessage;

/// <summary>The singleton has stopped, the new oldest may start it.</summary>
internal sealed record HandOverDone : IClusterSingletonMessage;

/// <summary>The former oldest makes the new one, who may not know of its luck yet, ask for the hand-over.</summary>
internal sealed record TakeOverFromMe : IClusterSingletonMessage, IDeadLetterSuppression;

/// <summary>What the parts of a manager tell each other.</summary>
internal static class HandOverProtocol
{
    internal sealed record StartOldestChangedBuffer;

    internal sealed record GetNext;

    /// <summary>This node and those older than it, the oldest first; whether none of them is on its way out.</summary>
    internal sealed record InitialOldestState(ImmutableList<UniqueAddress> Oldest, bool IsSafeToBeOldest);

    internal sealed record OldestChanged(UniqueAddress Oldest);

    internal sealed record SelfExiting : IDeadLetterSuppression;

    internal sealed record HandOverRetry(int Count);

    internal sealed record TakeOverRetry(int Count);

    internal sealed record LeaseRetry : INoSerializationVerificationNeeded;

    internal sealed record DelayedMemberRemoved(Member Member);

    internal sealed record LeaseAnswered(bool IsHeld, Exception Cause) : IDeadLetterSuppression;

    internal sealed record LeaseLost(Exception Cause) : IDeadLetterSuppression;
}
