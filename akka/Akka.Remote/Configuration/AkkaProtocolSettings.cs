namespace Akka.Remote;

using Akka.Configuration;

/// <summary>What keeps a connection alive.</summary>
public class AkkaProtocolSettings
{
    public AkkaProtocolSettings(Config config)
    {
        TransportFailureDetectorConfig = config.GetConfig("akka.remote.transport-failure-detector");
        TransportFailureDetectorImplementationClass = TransportFailureDetectorConfig.GetString("implementation-class");
        TransportHeartBeatInterval = TransportFailureDetectorConfig.GetTimeSpan("heartbeat-interval");
        HandshakeTimeout = config.GetTimeSpan("akka.remote.handshake-timeout");
        if (TransportHeartBeatInterval <= TimeSpan.Zero)
        {
            throw new ConfigurationException(
                $"'akka.remote.transport-failure-detector.heartbeat-interval' is {TransportHeartBeatInterval}. It must be above 0.");
        }
    }

    public Config TransportFailureDetectorConfig { get; }

    public string TransportFailureDetectorImplementationClass { get; }

    public TimeSpan TransportHeartBeatInterval { get; }

    public TimeSpan HandshakeTimeout { get; }
}
