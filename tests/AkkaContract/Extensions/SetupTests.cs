namespace Akka.Flink.AkkaContract.Tests.Extensions;

using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "setup")]
public sealed class SetupTests : ContractTest
{
    [Fact]
    public void BootstrapSetup_gives_the_configuration_over_the_defaults()
    {
        var setup = BootstrapSetup.Create().WithConfig(ConfigurationFactory.ParseString(Patient + "mine.key = 7"));
        using var system = ActorSystem.Create("boot", setup);

        Assert.Equal(7, system.Settings.Config.GetInt("mine.key"));
        Assert.Equal("OFF", system.Settings.Config.GetString("akka.loglevel"));
        Assert.Equal(512, system.Settings.Config.GetInt("akka.scheduler.ticks-per-wheel"));
    }

    [Fact]
    public void A_fallback_configuration_gives_what_the_first_does_not_say()
    {
        var setup = BootstrapSetup.Create()
            .WithConfig(ConfigurationFactory.ParseString(Patient + "mine.a = 1"))
            .WithConfigFallback(ConfigurationFactory.ParseString("mine { a = 2, b = 3 }"));
        using var system = ActorSystem.Create("boot", setup);

        Assert.Equal(1, system.Settings.Config.GetInt("mine.a"));
        Assert.Equal(3, system.Settings.Config.GetInt("mine.b"));
    }

    [Fact]
    public void A_setup_reaches_the_settings_of_the_system()
    {
        var setup = BootstrapSetup.Create().WithConfig(ConfigurationFactory.ParseString(Patient)).And(new Colour("blue"));
        using var system = ActorSystem.Create("boot", setup);

        Assert.Equal("blue", system.Settings.Setup.Get<Colour>().Value.Name);
        Assert.False(system.Settings.Setup.Get<Shape>().HasValue);
    }

    [Fact]
    public void A_later_setup_of_a_type_replaces_the_earlier()
    {
        var setup = ActorSystemSetup.Create(new Colour("blue"), new Shape("round")).And(new Colour("red"));

        Assert.Equal("red", setup.Get<Colour>().Value.Name);
        Assert.Equal("round", setup.Get<Shape>().Value.Name);
    }

    [Fact]
    public void The_empty_setup_has_nothing_and_is_not_changed_by_And()
    {
        var setup = ActorSystemSetup.Empty.And(new Colour("blue"));

        Assert.True(setup.Get<Colour>().HasValue);
        Assert.True(ActorSystemSetup.Empty.Get<Colour>().IsEmpty);
    }

    private sealed class Colour(string name) : Setup
    {
        public string Name => name;
    }

    private sealed class Shape(string name) : Setup
    {
        public string Name => name;
    }
}
