namespace Akka.Persistence;

using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence.Journal;

/// <summary>A started journal or snapshot store, with its configuration.</summary>
internal sealed class PluginHolder(IActorRef actor, EventAdapters adapters, Config config)
{
    public IActorRef Ref => actor;

    public EventAdapters Adapters => adapters;

    public Config Config => config;

    // Read once: every persistent actor asks for them when it starts. A snapshot store does not have them.
    public TimeSpan RecoveryEventTimeout { get; } = config.GetTimeSpan("recovery-event-timeout", TimeSpan.FromSeconds(30), false);

    public int MaxMessageBatchSize { get; } = Math.Max(1, config.GetInt("max-message-batch-size", 200));
}
