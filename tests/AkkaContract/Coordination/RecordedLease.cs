namespace Akka.Flink.AkkaContract.Tests.Coordination;

using Akka.Coordination;

/// <summary>A lease that is always to be had.</summary>
public class RecordedLease(LeaseSettings settings) : Lease(settings)
{
    private bool _isHeld;

    public override Task<bool> Acquire() => Task.FromResult(_isHeld = true);

    public override Task<bool> Acquire(Action<Exception?> leaseLostCallback) => Acquire();

    public override bool CheckLease() => _isHeld;

    public override Task<bool> Release()
    {
        _isHeld = false;
        return Task.FromResult(true);
    }
}
