namespace Akka.Cluster.SBR;

/// <summary>What <c>akka.cluster.split-brain-resolver.lease-majority</c> says.</summary>
public sealed class LeaseMajoritySettings
{
    public LeaseMajoritySettings(
        string leaseImplementation, TimeSpan acquireLeaseDelayForMinority, TimeSpan releaseAfter, string role, string leaseName)
    {
        LeaseImplementation = leaseImplementation;
        AcquireLeaseDelayForMinority = acquireLeaseDelayForMinority;
        ReleaseAfter = releaseAfter;
        Role = role;
        LeaseName = leaseName?.Trim();
    }

    public string LeaseImplementation { get; }

    public TimeSpan AcquireLeaseDelayForMinority { get; }

    public TimeSpan ReleaseAfter { get; }

    public string Role { get; }

    public string LeaseName { get; }

    public string SafeLeaseName(string systemName) => string.IsNullOrEmpty(LeaseName) ? $"{systemName}-akka-sbr" : LeaseName;
}
