namespace Akka.Flink.AkkaContract.Tests.Configuration;

using Akka.Configuration;

public class ReferenceConfigurationTests
{
    private static readonly Config Reference = ConfigurationFactory.Default();

    [Theory]
    [InlineData("akka.actor.provider", "Akka.Actor.LocalActorRefProvider")]
    [InlineData("akka.actor.guardian-supervisor-strategy", "Akka.Actor.DefaultSupervisorStrategy")]
    [InlineData("akka.actor.default-dispatcher.type", "Dispatcher")]
    [InlineData("akka.actor.default-dispatcher.executor", "default-executor")]
    [InlineData("akka.actor.default-mailbox.mailbox-type", "Akka.Dispatch.UnboundedMailbox")]
    [InlineData("akka.actor.serialization-bindings.\"System.Object\"", "json")]
    [InlineData("akka.loglevel", "INFO")]
    [InlineData("akka.stdout-loglevel", "WARNING")]
    [InlineData("akka.scheduler.implementation", "Akka.Actor.HashedWheelTimerScheduler")]
    public void A_name_has_its_default(string path, string expected) => Assert.Equal(expected, Reference.GetString(path));

    [Theory]
    [InlineData("akka.actor.default-dispatcher.throughput", 30)]
    [InlineData("akka.actor.default-dispatcher.fork-join-executor.parallelism-min", 8)]
    [InlineData("akka.actor.default-dispatcher.fork-join-executor.parallelism-max", 64)]
    [InlineData("akka.actor.internal-dispatcher.throughput", 5)]
    [InlineData("akka.actor.default-mailbox.mailbox-capacity", 1000)]
    [InlineData("akka.actor.default-mailbox.stash-capacity", -1)]
    [InlineData("akka.log-dead-letters", 10)]
    [InlineData("akka.scheduler.ticks-per-wheel", 512)]
    public void A_number_has_its_default(string path, int expected) => Assert.Equal(expected, Reference.GetInt(path));

    [Theory]
    [InlineData("akka.actor.creation-timeout", 20_000)]
    [InlineData("akka.actor.ask-timeout", -1)]
    [InlineData("akka.log-dead-letters-suspend-duration", 300_000)]
    [InlineData("akka.scheduler.tick-duration", 10)]
    [InlineData("akka.coordinated-shutdown.default-phase-timeout", 5_000)]
    [InlineData("akka.coordinated-shutdown.phases.actor-system-terminate.timeout", 10_000)]
    public void A_duration_has_its_default(string path, int expectedMs) =>
        Assert.Equal(expectedMs, Reference.GetTimeSpan(path).TotalMilliseconds);

    [Fact]
    public void Every_phase_of_the_shutdown_but_the_first_follows_another()
    {
        var phases = Reference.GetConfig("akka.coordinated-shutdown.phases");

        Assert.Equal(["service-stop"], phases.GetStringList("before-cluster-shutdown.depends-on"));
        Assert.Equal(["before-actor-system-terminate"], phases.GetStringList("actor-system-terminate.depends-on"));
        Assert.True(phases.HasPath("before-service-unbind"));
    }

    [Fact]
    public void Without_a_file_of_the_application_nothing_is_loaded() => Assert.True(ConfigurationFactory.Load().IsNullOrEmpty());

    [Fact]
    public void The_error_for_a_missing_section_names_type_and_path()
    {
        Assert.Contains("`nowhere.at.all`", ConfigurationException.NullOrEmptyConfig<Config>("nowhere.at.all").Message);
        Assert.Contains("Config", ConfigurationException.NullOrEmptyConfig<Config>().Message);
    }
}
