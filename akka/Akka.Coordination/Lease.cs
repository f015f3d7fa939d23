namespace Akka.Coordination;

/// <summary>A right that one owner at a time has, for as long as it keeps renewing it.</summary>
/// <remarks>
/// An owner that has acquired a lease may believe in it only as long as <see cref="CheckLease"/> says so: an implementation answers from
/// memory, and answers no before another owner can have acquired it.
/// </remarks>
public abstract class Lease
{
    public Lease(LeaseSettings settings) => Settings = settings;

    public LeaseSettings Settings { get; }

    /// <summary>Tries to become the owner; false when another one is.</summary>
    public abstract Task<bool> Acquire();

    /// <summary>As <see cref="Acquire()"/>; the callback runs when the lease is lost later, with the reason or <c>null</c>.</summary>
    public abstract Task<bool> Acquire(Action<Exception> leaseLostCallback);

    /// <summary>Gives the lease back; true when no trace of this owner is left.</summary>
    public abstract Task<bool> Release();

    /// <summary>Whether this owner has the lease now; answered at once.</summary>
    public abstract bool CheckLease();
}
