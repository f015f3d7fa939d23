namespace Akka.Flink.Runtime;

using Akka.Coordination;

/// <summary>The row of one lease, as one owner sees it: each operation is one statement that compares and sets.</summary>
/// <remarks>
/// <para><b>State.</b> A row of <c>akka_flink_lease</c>: name, owner, and when it expires.</para>
/// <para><b>Time.</b> Only the database's clock counts, so the clocks of the nodes need not agree.</para>
/// <para><b>Threads.</b> That of its lease: the database blocks.</para>
/// </remarks>
internal interface ILeaseTable
{
    /// <summary>Makes the owner this one if nobody else is, or the other's time is up.</summary>
    /// <returns>Whether it is.</returns>
    /// <exception cref="LeaseException">The database cannot be used.</exception>
    bool TryAcquire();

    /// <summary>Extends the time of this owner, if it is not up.</summary>
    /// <returns>Whether it was not.</returns>
    /// <exception cref="LeaseException">The database cannot be used.</exception>
    bool TryRenew();

    /// <summary>Leaves no trace of this owner.</summary>
    /// <exception cref="LeaseException">The database cannot be used.</exception>
    void Release();
}
