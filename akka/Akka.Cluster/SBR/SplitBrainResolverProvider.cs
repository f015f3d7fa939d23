namespace Akka.Cluster.SBR;

using Akka.Actor;
using Akka.Coordination;

/// <summary>Decides which part of a cluster goes on when it is split, and downs the other.</summary>
/// <remarks>
/// <para>A member that does not answer may be dead, slow, or alive on the other side of a broken network; nothing seen from here tells
/// these apart. So each side, on its own and from what it sees, comes to a decision that fits that of the other: where one goes on, the
/// other downs itself. Before deciding it waits until its view has not changed for <c>stable-after</c>.</para>
/// <para><c>keep-majority</c> goes on where most of the members are, and downs all where the two sides may count differently. With two
/// members it survives only the loss of the one with the higher address. <c>lease-majority</c> goes on where the lease is got, whatever
/// the size, and needs something outside the cluster that keeps the lease.</para>
/// <para>The leader of each side acts. Members between which only some links are broken - one observes another that others still hear of
/// - are downed by every strategy: no side can be told for them.</para>
/// </remarks>
public class SplitBrainResolverProvider : IDowningProvider
{
    private readonly ActorSystem _system;
    private readonly Cluster _cluster;
    private readonly SplitBrainResolverSettings _settings;
    private readonly DowningStrategy _strategy;

    public SplitBrainResolverProvider(ActorSystem system, Cluster cluster)
    {
        _system = system;
        _cluster = cluster;
        _settings = new SplitBrainResolverSettings(system.Settings.Config);
        _strategy = Strategy();
    }

    public TimeSpan DownRemovalMargin => _cluster.Settings.DownRemovalMargin ?? _settings.DowningStableAfter;

    public Props DowningActorProps
    {
        get
        {
            var cluster = _cluster;
            var settings = _settings;
            var strategy = _strategy;
            return Props.Create(() => new SplitBrainResolver(cluster, settings, strategy));
        }
    }

    private DowningStrategy Strategy()
    {
        if (_settings.LeaseMajoritySettings is not { } lease)
            return new KeepMajority(_cluster.SelfUniqueAddress, _settings.KeepMajorityRole);

        var owner = _cluster.SelfAddress.HostPort();
        return new LeaseMajority(
            _cluster.SelfUniqueAddress,
            lease.Role,
            LeaseProvider.Get(_system).GetLease(lease.SafeLeaseName(_system.Name), lease.LeaseImplementation, owner),
            lease.AcquireLeaseDelayForMinority,
            lease.ReleaseAfter);
    }
}
