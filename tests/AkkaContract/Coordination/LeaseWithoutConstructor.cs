namespace Akka.Flink.AkkaContract.Tests.Coordination;

using Akka.Coordination;

/// <summary>A lease that nobody can make.</summary>
public sealed class LeaseWithoutConstructor : RecordedLease
{
    private LeaseWithoutConstructor(LeaseSettings settings)
        : base(settings)
    {
    }
}
