namespace Akka.Remote;

using Akka.Configuration;

/// <summary>The reference configuration of remoting.</summary>
internal static class RemoteConfigFactory
{
    public static Config Default() => ConfigurationFactory.FromResource<RemoteSettings>("Akka.Remote.remote.conf");
}
