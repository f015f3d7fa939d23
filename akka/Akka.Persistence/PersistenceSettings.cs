namespace Akka.Persistence;

using Akka.Actor;
using Akka.Configuration;

/// <summary>What <c>akka.persistence</c> says about all persistent actors and plugins.</summary>
public sealed class PersistenceSettings : Settings
{
    public PersistenceSettings(ActorSystem system, Config config)
        : base(system, config)
    {
        Internal = new InternalSettings(config);
    }

    public InternalSettings Internal { get; }

    /// <summary>Switches for tests of plugins.</summary>
    public sealed class InternalSettings
    {
        public InternalSettings(Config config)
        {
            PublishPluginCommands = config.HasPath("publish-plugin-commands") && config.GetBoolean("publish-plugin-commands");
            PublishConfirmations = config.HasPath("publish-confirmations") && config.GetBoolean("publish-confirmations");
        }

        public bool PublishPluginCommands { get; }

        public bool PublishConfirmations { get; }
    }
}
