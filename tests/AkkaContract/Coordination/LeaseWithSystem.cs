namespace Akka.Flink.AkkaContract.Tests.Coordination;

using Akka.Actor;
using Akka.Coordination;

/// <summary>A lease that needs the system it is made for.</summary>
public sealed class LeaseWithSystem(LeaseSettings settings, ExtendedActorSystem system) : RecordedLease(settings)
{
    public ActorSystem System => system;
}
