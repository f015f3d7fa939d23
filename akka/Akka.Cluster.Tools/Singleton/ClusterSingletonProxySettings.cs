namespace Akka.Cluster.Tools.Singleton;

using Akka.Actor;
using Akka.Configuration;

/// <summary>How a <see cref="ClusterSingletonProxy"/> finds its singleton.</summary>
public sealed class ClusterSingletonProxySettings : INoSerializationVerificationNeeded
{
    private const int MaxBufferSize = 10_000;

    public ClusterSingletonProxySettings(
        string singletonName, string role, TimeSpan singletonIdentificationInterval, int bufferSize, bool considerAppVersion)
    {
        if (string.IsNullOrEmpty(singletonName))
            throw new ArgumentNullException(nameof(singletonName), "The singleton's actor has a name: set 'singleton-name'.");
        if (singletonIdentificationInterval <= TimeSpan.Zero)
        {
            throw new ArgumentException(
                $"The interval between searches is {singletonIdentificationInterval}. Set it above zero.",
                nameof(singletonIdentificationInterval));
        }

        if (bufferSize is < 0 or > MaxBufferSize)
            throw new ArgumentException($"The buffer's size is {bufferSize}. Set it from 0 to {MaxBufferSize}.", nameof(bufferSize));
        if (considerAppVersion)
            throw SingletonErrors.AppVersions();

        SingletonName = singletonName;
        Role = string.IsNullOrEmpty(role) ? null : role;
        SingletonIdentificationInterval = singletonIdentificationInterval;
        BufferSize = bufferSize;
        ConsiderAppVersion = considerAppVersion;
    }

    public string SingletonName { get; }

    /// <summary><c>null</c> for every node.</summary>
    public string Role { get; }

    public TimeSpan SingletonIdentificationInterval { get; }

    public int BufferSize { get; }

    public bool ConsiderAppVersion { get; }

    public static ClusterSingletonProxySettings Create(ActorSystem system)
    {
        SingletonDefaults.AddTo(system);
        return Create(system.Settings.Config.GetConfig("akka.cluster.singleton-proxy"), considerAppVersion: false);
    }

    public static ClusterSingletonProxySettings Create(Config config, bool considerAppVersion)
    {
        if (config.IsNullOrEmpty())
            throw ConfigurationException.NullOrEmptyConfig<ClusterSingletonProxySettings>();

        return new ClusterSingletonProxySettings(
            config.GetString("singleton-name"),
            config.GetString("role"),
            config.GetTimeSpan("singleton-identification-interval"),
            config.GetInt("buffer-size"),
            considerAppVersion);
    }

    public ClusterSingletonProxySettings WithSingletonName(string singletonName) =>
        new(singletonName, Role, SingletonIdentificationInterval, BufferSize, ConsiderAppVersion);

    public ClusterSingletonProxySettings WithRole(string role) =>
        new(SingletonName, role, SingletonIdentificationInterval, BufferSize, ConsiderAppVersion);

    public ClusterSingletonProxySettings WithSingletonIdentificationInterval(TimeSpan singletonIdentificationInterval) =>
        new(SingletonName, Role, singletonIdentificationInterval, BufferSize, ConsiderAppVersion);

    public ClusterSingletonProxySettings WithBufferSize(int bufferSize) =>
        new(SingletonName, Role, SingletonIdentificationInterval, bufferSize, ConsiderAppVersion);
}
