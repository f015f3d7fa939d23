namespace Akka.Cluster.SBR;

using System.Collections.Immutable;
using Akka.Configuration;

/// <summary>What <c>akka.cluster.split-brain-resolver</c> says.</summary>
public sealed class SplitBrainResolverSettings
{
    public const string KeepMajorityName = "keep-majority";
    public const string LeaseMajorityName = "lease-majority";
    public const string StaticQuorumName = "static-quorum";
    public const string KeepOldestName = "keep-oldest";
    public const string DownAllName = "down-all";

    public static readonly ImmutableHashSet<string> AllStrategyNames =
        [KeepMajorityName, LeaseMajorityName, StaticQuorumName, KeepOldestName, DownAllName];

    private const string Path = "akka.cluster.split-brain-resolver";

    public SplitBrainResolverSettings(Config config)
    {
        var resolver = config.GetConfig(Path);
        if (resolver.IsNullOrEmpty())
            throw ConfigurationException.NullOrEmptyConfig<SplitBrainResolverSettings>(Path);

        DowningStrategy = Strategy(resolver.GetString("active-strategy")?.ToLowerInvariant());
        DowningStableAfter = resolver.GetTimeSpan("stable-after", null, false);
        if (DowningStableAfter <= TimeSpan.Zero)
        {
            throw new ConfigurationException(
                $"'{Path}.stable-after' is {DowningStableAfter} and must be more than zero: a decision needs a view that does not change.");
        }

        DownAllWhenUnstable = Unstable(resolver.GetString("down-all-when-unstable")?.ToLowerInvariant(), resolver);
        KeepMajorityRole = Role(resolver.GetString("keep-majority.role"));
        LeaseMajoritySettings = DowningStrategy == LeaseMajorityName ? Lease(resolver.GetConfig("lease-majority")) : null;
    }

    /// <summary>For how long the view may go on changing, beyond <see cref="DowningStableAfter"/>; zero for any time.</summary>
    public TimeSpan DownAllWhenUnstable { get; }

    public TimeSpan DowningStableAfter { get; }

    public string DowningStrategy { get; }

    /// <summary><c>null</c> when all members count.</summary>
    public string KeepMajorityRole { get; }

    /// <summary><c>null</c> unless that is the strategy.</summary>
    public LeaseMajoritySettings LeaseMajoritySettings { get; }

    private static string Strategy(string name)
    {
        if (name is KeepMajorityName or LeaseMajorityName)
            return name;

        throw new ConfigurationException(AllStrategyNames.Contains(name)
            ? $"'{Path}.active-strategy' is [{name}], which stays with the official packages: this build has [{KeepMajorityName}] and " +
                $"[{LeaseMajorityName}]. Use one of these, or build on the official packages."
            : $"'{Path}.active-strategy' is [{name}], which is no strategy. Use [{KeepMajorityName}] or [{LeaseMajorityName}].");
    }

    private TimeSpan Unstable(string text, Config resolver) => text switch
    {
        "off" or "false" or "no" => TimeSpan.Zero,
        "on" or "true" or "yes" => TimeSpan.FromTicks(Math.Max(TimeSpan.FromSeconds(4).Ticks, DowningStableAfter.Ticks * 3 / 4)),
        _ => resolver.GetTimeSpan("down-all-when-unstable", null, false),
    };

    private static LeaseMajoritySettings Lease(Config lease)
    {
        var implementation = lease.GetString("lease-implementation");
        if (string.IsNullOrEmpty(implementation))
        {
            throw new ConfigurationException(
                $"'{Path}.active-strategy' is [{LeaseMajorityName}], and '{Path}.lease-majority.lease-implementation' is empty. " +
                "Set it to the path of the section of a lease.");
        }

        return new LeaseMajoritySettings(
            implementation,
            lease.GetTimeSpan("acquire-lease-delay-for-minority", null, false),
            lease.GetTimeSpan("release-after", null, false),
            Role(lease.GetString("role")),
            lease.GetString("lease-name"));
    }

    private static string Role(string text) => string.IsNullOrEmpty(text) ? null : text;
}
