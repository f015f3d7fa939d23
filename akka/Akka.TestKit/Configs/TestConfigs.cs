namespace Akka.TestKit.Configs;

using Akka.Configuration;

/// <summary>The configurations that a test's actor system starts from.</summary>
public static class TestConfigs
{
    public static Config DefaultConfig { get; } =
        ConfigurationFactory.FromResource("Akka.TestKit.Internal.Reference.conf", typeof(TestConfigs).Assembly);

    public static Config TestSchedulerConfig { get; } = ConfigurationFactory
        .ParseString("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
        .WithFallback(DefaultConfig);
}
